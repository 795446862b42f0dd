// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace quoth::match {

// A half-open range of tokens, [first, last).
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;

  bool empty() const { return first >= last; }
  std::size_t size() const { return empty() ? 0 : last - first; }
};

}  // namespace quoth::match
