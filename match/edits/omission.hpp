// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/difference.hpp"
#include "match/edits/disfluency.hpp"
#include "match/edits/word_edit.hpp"

namespace quoth::match {

// Classifies words of the passage that the quotation omits without a mark: fillers and stammers one by one, the rest as
// omissions.
std::vector<Omission> classify_omission(TokenSequence const& source, TokenRange left_out);

// Classifies a jump of the quotation to another place of the passage: a marked ellipsis, an omitted interruption,
// joined passages, another order.
Classification classify_jump(Passage const& passage, Difference const& difference);

}  // namespace quoth::match
