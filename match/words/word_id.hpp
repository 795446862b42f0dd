// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth {

// 64-bit FNV-1a hash, http://www.isthe.com/chongo/tech/comp/fnv.
inline constexpr std::uint64_t fnv_offset = 0xCBF29CE484222325U;
inline constexpr std::uint64_t fnv_prime = 0x100000001B3U;

// The id of a matching key, and whether it consists of plain letters.
struct HashedKey {
  constexpr explicit HashedKey(std::string_view key) {
    unsigned all = 0xFF;
    for (char const c : key) {
      auto const byte = static_cast<unsigned char>(c);
      id = (id ^ byte) * fnv_prime;
      all &= byte;
    }
    // This bit is set in ASCII letters, but not in digits, apostrophes and UTF-8 continuation bytes.
    constexpr unsigned letter_bit = 0x40;
    is_letters = (all & letter_bit) != 0;
  }

  std::uint64_t id = fnv_offset;
  bool is_letters = false;
};

// The id by which tokens are compared: words with equal ids are the same.
constexpr std::uint64_t word_id(std::string_view key) { return HashedKey(key).id; }

}  // namespace quoth
