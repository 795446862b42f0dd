// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

// Whether a quotation mark may open or close, judged by the characters on both sides.
struct MarkSides {
  MarkFamily family = MarkFamily::none;
  bool opens = false;
  bool closes = false;
  bool weak = false;
};

// The mark is block[first, last).
MarkSides mark_sides(std::u32string_view block, std::uint32_t first, std::uint32_t last);

}  // namespace quoth::grammar
