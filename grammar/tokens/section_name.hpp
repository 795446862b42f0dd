// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

// Where the words begin that call the quotation at that token the heading of a section: "under “Findings”", "under the
// heading “Findings”", "in the section entitled “Findings”"; `quotation` where there are none.
std::uint32_t before_section_name(Tokens const& tokens, std::uint32_t quotation);

}  // namespace quoth::grammar
