// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace quoth::text {

// Loads eight bytes as a little-endian number: the first byte is the lowest, on every machine.
inline std::uint64_t load_le64(char const* bytes) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return std::endian::native == std::endian::big ? __builtin_bswap64(number) : number;
}

inline void store_le64(std::uint64_t number, char* bytes) {
  if constexpr (std::endian::native == std::endian::big) number = __builtin_bswap64(number);
  std::memcpy(bytes, &number, sizeof number);
}

}  // namespace quoth::text
