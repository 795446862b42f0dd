// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "db/index/shingle.hpp"

namespace quoth {

// A direct-mapped cache of common shingles: it records that a posting list is longer than a limit, so that the list is
// not read up to that limit again. A lost entry only costs time.
class LongLists {
 public:
  bool is_longer(Shingle shingle, std::size_t length) const {
    auto const& known = lists_[shingle % lists_.size()];
    return known.shingle == shingle && known.longer_than >= length;
  }
  void note(Shingle shingle, std::size_t longer_than) { lists_[shingle % lists_.size()] = {shingle, longer_than}; }
  void clear() { lists_.fill({}); }

 private:
  struct Known {
    Shingle shingle = 0;
    std::size_t longer_than = 0;
  };

  std::array<Known, 8192> lists_{};
};

}  // namespace quoth
