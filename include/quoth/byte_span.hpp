// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace quoth {

/// A half-open stretch [first, last) of a UTF-8 text, in bytes.
struct ByteSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

}  // namespace quoth
