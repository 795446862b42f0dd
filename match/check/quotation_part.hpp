// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/check/reading.hpp"

namespace quoth {

// The stretches of a quotation that could come from different places: parted by a sentence's end, a tag or an ellipsis,
// and long enough to be looked for alone.
std::vector<TokenRange> parts_of(QuotedWords const& quotation);

// Whether most of the part's words stand in the passage that the reading found.
bool stands_in(TokenRange part, QuotedWords const& quotation, Reading const& reading);

// Whether hardly any of them do.
bool is_absent_from(TokenRange part, QuotedWords const& quotation, Reading const& reading);

}  // namespace quoth
