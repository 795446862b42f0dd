// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

// What a quotation mark can do where it stands, as its neighbours tell.
struct MarkSides {
  MarkFamily family = MarkFamily::none;
  bool opens = false;
  bool closes = false;
  bool weak = false;
};

// The mark is block[first, last).
MarkSides mark_sides(std::u32string_view block, std::uint32_t first, std::uint32_t last);

}  // namespace quoth::grammar
