// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shingle.hpp"

namespace quoth {

// The words of a query, remarks left out, and where each stands in it. Very long queries are cut: their first words
// are enough to find them.
class QueryWords {
 public:
  static constexpr std::size_t most = 400;
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  explicit QueryWords(std::string_view utf8);

  std::uint32_t size() const { return static_cast<std::uint32_t>(hashes_.size()); }
  std::uint64_t operator[](std::size_t i) const { return hashes_[i]; }

  // The first place of the word in the query, and the next one after `i`; `none` where there is none.
  std::uint32_t find(std::uint64_t hash) const {
    for (auto slot = hash & mask_;; slot = (slot + 1) & mask_) {
      auto i = slots_[slot];
      if (i == none || hashes_[i] == hash) return i;
    }
  }
  std::uint32_t next(std::uint32_t i) const { return next_[i]; }

 private:
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> slots_;
  std::vector<std::uint32_t> next_;
  std::uint64_t mask_ = 0;
};

}  // namespace quoth
