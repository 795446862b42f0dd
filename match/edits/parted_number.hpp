// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/align/difference.hpp"

namespace quoth {

// "$40 certainly billion" for "$40 billion": the word put into a number that is the same without it, or left out of
// one, as the whole difference.
std::optional<Difference> word_in_number(TokenSequence const& quote, TokenSequence const& source,
                                         Difference const& difference);

}  // namespace quoth
