// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/difference.hpp"

namespace quoth::match {

// Joins differences that only make sense together: "on [the] 3rd [of May]" for "on [May] 3rd", "we have [no] money" for
// "we [do not] have [any] money", "… billion" for "… 4 billion", and "[local] and [state]" for "[state] and [local]".
std::vector<Difference> joined(TokenSequence const& quote, TokenSequence const& source,
                               std::vector<Difference> differences);

}  // namespace quoth::match
