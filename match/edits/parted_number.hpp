// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/align/difference.hpp"

namespace quoth::match {

// Narrows a difference to the word put into a number, or left out of one, if the number is the same without it: "$40
// certainly billion" for "$40 billion".
std::optional<Difference> word_in_number(TokenSequence const& quote, TokenSequence const& source,
                                         Difference const& difference);

}  // namespace quoth::match
