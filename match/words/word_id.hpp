// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth {

// FNV-1a of 64 bits, http://www.isthe.com/chongo/tech/comp/fnv.
inline constexpr std::uint64_t fnv_offset = 0xCBF29CE484222325U;
inline constexpr std::uint64_t fnv_prime = 0x100000001B3U;

// A matching key's id, and whether it has plain letters only.
struct HashedKey {
  constexpr explicit HashedKey(std::string_view key) {
    unsigned all = 0xFF;
    for (char const c : key) {
      auto const byte = static_cast<unsigned char>(c);
      id = (id ^ byte) * fnv_prime;
      all &= byte;
    }
    // Set in plain letters; not in digits, apostrophes and what follows a lead byte.
    constexpr unsigned letter_bit = 0x40;
    is_letters = (all & letter_bit) != 0;
  }

  std::uint64_t id = fnv_offset;
  bool is_letters = false;
};

// What tokens are compared by: equal ids, the same word.
constexpr std::uint64_t word_id(std::string_view key) { return HashedKey(key).id; }

}  // namespace quoth
