// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/edits/word_edit.hpp"

namespace quoth {

// What it means for numbers, dates and amounts of money that `quote` stands where the passage has `source`; nothing
// where neither holds a number that counts.
std::optional<Classification> classify_numbers(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                               TokenRange s);

// Whether both are the same day, as in "4 June" and "June 4th".
bool is_same_date(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s);

}  // namespace quoth
