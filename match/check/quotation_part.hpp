// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/check/reading.hpp"

namespace quoth::match {

// The parts of a quotation that could come from different passages: separated by the end of a sentence, a tag or an
// ellipsis, and long enough to be searched for separately.
std::vector<TokenRange> parts_of(QuotedWords const& quotation);

// Whether most of the part's words are in the passage of the reading, in runs of two or more; a part of one or two
// words must be there whole.
bool stands_in(TokenRange part, QuotedWords const& quotation, Reading const& reading);

// Whether hardly any of the part's words are in the passage.
bool is_absent_from(TokenRange part, QuotedWords const& quotation, Reading const& reading);

}  // namespace quoth::match
