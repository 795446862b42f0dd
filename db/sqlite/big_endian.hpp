// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth::db {

// The number that up to four bytes are, the highest first, as SQLite's files have it.
constexpr std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (auto const byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace quoth::db
