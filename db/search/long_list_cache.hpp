// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "db/index/shingle.hpp"

namespace quoth::db {

// A direct-mapped cache of common shingles: it records that a posting list is longer than a limit, so that the list is
// not read up to that limit again. A lost entry only costs time. Hence no LruCache: an entry is found without a search,
// thousands of times for one article.
class LongListCache {
 public:
  bool is_longer(Shingle shingle, std::size_t length) const {
    auto const& entry = entries_[shingle % entries_.size()];
    return entry.shingle == shingle && entry.longer_than >= length;
  }
  void note(Shingle shingle, std::size_t longer_than) { entries_[shingle % entries_.size()] = {shingle, longer_than}; }
  void clear() { entries_.fill({}); }

 private:
  struct Entry {
    Shingle shingle = 0;
    std::size_t longer_than = 0;
  };

  std::array<Entry, 8192> entries_{};
};

}  // namespace quoth::db
