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

namespace quoth::db {

// The words of a query, without remarks, with the positions of each. A query longer than `most` words is cut: its first
// words are enough to find it.
class QueryWords {
 public:
  static constexpr std::size_t most = EditDistance::most_words;

  // A word's number is the position of its first occurrence in the query; a pair's is that of its first word.
  using Number = std::uint16_t;
  static constexpr Number none = std::numeric_limits<Number>::max();

  explicit QueryWords(std::string_view utf8);

  std::uint32_t size() const { return static_cast<std::uint32_t>(hashes_.size()); }
  std::uint64_t operator[](std::size_t i) const { return hashes_[i]; }

  std::span<Number const> numbers() const { return numbers_; }
  // A Bloom filter with one hash function: false for nearly every word that is not in the query. No branch.
  bool may_hold(std::uint64_t hash) const { return filter_[hash % filter_size] != 0; }
  // The number of the word with this hash; `none` where it is not in the query.
  Number find(std::uint64_t hash) const {
    for (auto slot = hash & mask_;; slot = (slot + 1) & mask_) {
      auto const i = slots_[slot];
      if (i == none || hashes_[i] == hash) return i;
    }
  }
  // The number of the pair of two consecutive words, given by their numbers; `none` where the query lacks the pair.
  Number find_pair(Number first, Number second) const {
    auto i = first;
    while (i != none && (i + 1U >= numbers_.size() || numbers_[i + 1U] != second)) i = next_[i];
    return i;
  }
  // The next position of the word at position `i`; `none` after the last.
  Number next(Number i) const { return next_[i]; }
  // How often the query has the word, or the pair, of that number.
  Number count(Number i) const { return counts_[i]; }
  Number pair_count(Number i) const { return pair_counts_[i]; }

 private:
  static constexpr std::size_t filter_size = 1024;  // bytes

  void count_positions();

  std::vector<std::uint64_t> hashes_;
  std::vector<Number> slots_;
  std::vector<Number> numbers_;
  std::vector<Number> next_;
  std::vector<Number> counts_;
  std::vector<Number> pair_counts_;
  std::array<std::uint8_t, filter_size> filter_{};  // indexed by the low bits of the hash
  std::uint64_t mask_ = 0;
};

}  // namespace quoth::db
