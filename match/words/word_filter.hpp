// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstdint>

namespace quoth::match {

// A Bloom filter with one hash function (https://en.wikipedia.org/wiki/Bloom_filter) over word ids (see word_id.hpp):
// may_hold is false for nearly every word that was not added, and true for all that were. It uses only the low 13 bits
// of an id; AlignmentMatrix, which compares the low 32 bits, relies on that.
class WordFilter {
 public:
  void add(std::uint64_t id) { bits_[id % size] = true; }
  void add(WordFilter const& others) { bits_ |= others.bits_; }
  bool may_hold(std::uint64_t id) const { return bits_[id % size]; }

 private:
  static constexpr std::size_t size = 8192;
  std::bitset<size> bits_;
};

}  // namespace quoth::match
