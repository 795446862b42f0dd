// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "text/bytes/hash.hpp"

namespace quoth::grammar {

// A word's identity: the FNV-1a hash of its case-folded code points (http://www.isthe.com/chongo/tech/comp/fnv/). Equal
// words have equal keys.
using WordKey = std::uint64_t;

constexpr WordKey empty_key = text::fnv_offset;

// Simple case folding of Latin, Greek and Cyrillic letters, as far as their ranges are regular; also turns ’ into '.
constexpr char32_t fold_case(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c < 0x80) return c;
  if (c == U'’') return U'\'';
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x100 && c <= 0x137) return c | 1;
  return c;
}

constexpr WordKey extend(WordKey key, char32_t folded) { return text::fnv_step(key, folded); }

constexpr WordKey combine(WordKey a, WordKey b) { return text::fnv_step(a, b); }

constexpr WordKey key_of(std::string_view lower_case) { return text::fnv_hash(lower_case); }  // of ASCII
constexpr WordKey key_of(std::u32string_view lower_case) {
  auto key = empty_key;
  for (auto const c : lower_case) key = extend(key, c);
  return key;
}
// Of a word as printed, whatever its capitals.
constexpr WordKey folded_key(std::u32string_view word) {
  auto key = empty_key;
  for (auto const c : word) key = extend(key, fold_case(c));
  return key;
}

}  // namespace quoth::grammar
