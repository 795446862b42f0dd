// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/edits/word_edit.hpp"

namespace quoth::match {

// Classifies the replacement of the tokens `s` of `source` by the tokens `q` of `quote` as far as it concerns numbers,
// dates and amounts of money; nothing where neither has a number that counts.
std::optional<Classification> classify_numbers(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                               TokenRange s);

// Whether both are the same date, as in "4 June" and "June 4th".
bool is_same_date(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s);

}  // namespace quoth::match
