// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/difference.hpp"
#include "match/edits/word_edit.hpp"

namespace quoth {

// A part of what was left out, and what it was.
struct Omission {
  Classification found;
  TokenRange source;
};

// What words of the passage are that the quotation leaves out without a mark: fillers and stammers one by one, the rest
// as omissions.
std::vector<Omission> classify_omission(TokenSequence const& source, TokenRange left_out);

// What it means that the quotation goes on elsewhere in the passage: a marked ellipsis, an interruption left out,
// passages run together, another order.
Classification classify_jump(Passage const& passage, Difference const& difference);

}  // namespace quoth
