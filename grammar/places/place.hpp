// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/tokens/prose_token.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// A place that the article's own words name, at the tokens [first, last).
struct FoundPlace {
  ClaimedPlace place;
  std::uint32_t first = 0;  // where it stands in brackets, their opening one
  std::uint32_t last = 0;
  bool in_brackets = false;
  // Whether nothing but a citation is written so: "p. 12", "576 U.S. at 653"; not "page 12".
  bool is_citation = false;
};

// The places in an outer text, in order, those side by side as one: "p. 12, line 4". Linear in the number of tokens.
std::vector<FoundPlace> find_places(std::u32string_view text, Tokens const& tokens);
// Only those that stand in brackets, which takes less time.
std::vector<FoundPlace> find_places_in_brackets(std::u32string_view text, Tokens const& tokens);

}  // namespace quoth::grammar
