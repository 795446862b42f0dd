// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth::text {

// Hashes that tell things apart; none withstands an adversary. Those of words, shingles and digests are written into
// stores and must never change.

// FNV-1a of 64 bits, http://www.isthe.com/chongo/tech/comp/fnv: begins with the offset, and takes a value a step.
inline constexpr std::uint64_t fnv_offset = 0xcbf29ce484222325U;
inline constexpr std::uint64_t fnv_prime = 0x100000001b3U;
constexpr std::uint64_t fnv_step(std::uint64_t hash, std::uint64_t value) { return (hash ^ value) * fnv_prime; }

constexpr std::uint64_t fnv_hash(std::string_view bytes) {
  auto hash = fnv_offset;
  for (char const c : bytes) hash = fnv_step(hash, static_cast<unsigned char>(c));
  return hash;
}

// 2^64 divided by the golden ratio, the multiplier of Fibonacci hashing (Knuth, TAOCP 6.4): the high bits of a product
// are well mixed.
inline constexpr std::uint64_t golden_multiplier = 0x9e3779b97f4a7c15U;

// Mixes all bits into all bits, one to one: two rounds of xor-shift and multiply with the constant of Pelle Evensen's
// rrmxmx, http://mostlymangling.blogspot.com.
constexpr std::uint64_t mixed_bits(std::uint64_t x) {
  x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93U;
  x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93U;
  return x ^ (x >> 32);
}

}  // namespace quoth::text
