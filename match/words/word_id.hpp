// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "text/bytes/hash.hpp"

namespace quoth::match {

// The id of a matching key, and whether it consists of plain letters.
struct HashedKey {
  constexpr explicit HashedKey(std::string_view key) {
    unsigned all = 0xFF;
    for (char const c : key) {
      auto const byte = static_cast<unsigned char>(c);
      id = text::fnv_step(id, byte);
      all &= byte;
    }
    // This bit is set in ASCII letters, but not in digits, apostrophes and UTF-8 continuation bytes.
    constexpr unsigned letter_bit = 0x40;
    is_letters = (all & letter_bit) != 0;
  }

  std::uint64_t id = text::fnv_offset;
  bool is_letters = false;
};

// The id by which tokens are compared: words with equal ids are the same.
constexpr std::uint64_t word_id(std::string_view key) { return HashedKey(key).id; }

}  // namespace quoth::match
