// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace quoth::match {

// The documents of a store that a work's name may mean.
struct DocumentsCalled {
  bool known = false;     // false where the store has too many to tell; then the numbers are 0
  std::size_t own = 0;    // have it as a name of theirs
  std::size_t other = 0;  // have other names, but may be meant by it
};

}  // namespace quoth::match
