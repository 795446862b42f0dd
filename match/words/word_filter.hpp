// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstdint>

namespace quoth {

// Rules out at once nearly every word that a short list does not hold, by the word's id (see word_id.hpp); of two ids
// that agree in their lowest 32 bits, both or none.
class WordFilter {
 public:
  void add(std::uint64_t id) { bits_[id % size] = true; }
  void add(WordFilter const& others) { bits_ |= others.bits_; }
  bool may_hold(std::uint64_t id) const { return bits_[id % size]; }

 private:
  static constexpr std::size_t size = 8192;
  std::bitset<size> bits_;
};

}  // namespace quoth
