// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "db/index/shingle.hpp"
#include "db/search/edit_distance.hpp"

namespace quoth {

// The words of a query, remarks left out, and where each stands in it. Very long queries are cut: their first words
// are enough to find them.
class QueryWords {
 public:
  static constexpr std::size_t most = EditDistance::most_words;

  // A word's number is the first place where it stands in the query, a pair's that of its first word there.
  using Number = std::uint16_t;
  static constexpr Number none = std::numeric_limits<Number>::max();

  explicit QueryWords(std::string_view utf8);

  std::uint32_t size() const { return static_cast<std::uint32_t>(hashes_.size()); }
  std::uint64_t operator[](std::size_t i) const { return hashes_[i]; }

  std::span<Number const> numbers() const { return numbers_; }
  // Rules out at once nearly every word that is not in the query, without a branch.
  bool may_hold(std::uint64_t hash) const { return filter_[hash % filter_size] != 0; }
  // The number of a word by its hash; `none` where it is not in the query.
  Number find(std::uint64_t hash) const {
    for (auto slot = hash & mask_;; slot = (slot + 1) & mask_) {
      auto const i = slots_[slot];
      if (i == none || hashes_[i] == hash) return i;
    }
  }
  // The number of two words in a row by theirs, the first in the query; `none` where they do not stand so in it.
  Number find_pair(Number first, Number second) const {
    auto i = first;
    while (i != none && (i + 1U >= numbers_.size() || numbers_[i + 1U] != second)) i = next_[i];
    return i;
  }
  // The next place of the word at place `i`; `none` where it is the last one.
  Number next(Number i) const { return next_[i]; }
  // At how many places the word or the pair of that number stands.
  Number count(Number i) const { return counts_[i]; }
  Number pair_count(Number i) const { return pair_counts_[i]; }

 private:
  static constexpr std::size_t filter_size = 1024;

  void count_places();

  std::vector<std::uint64_t> hashes_;
  std::vector<Number> slots_;
  std::vector<Number> numbers_;
  std::vector<Number> next_;
  std::vector<Number> counts_;
  std::vector<Number> pair_counts_;
  std::array<std::uint8_t, filter_size> filter_{};  // by the words' lowest bits
  std::uint64_t mask_ = 0;
};

}  // namespace quoth
