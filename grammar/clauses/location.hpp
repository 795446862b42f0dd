// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace quoth::grammar {

// The position of a quotation in a parsed text: the indices of its phrase and of its sentence.
struct Location {
  std::uint32_t phrase = 0;
  std::uint32_t sentence = 0;
};

}  // namespace quoth::grammar
