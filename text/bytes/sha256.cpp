// SPDX-License-Identifier: MIT
#include "text/bytes/sha256.hpp"

#include <sha2.h>

#include <array>

namespace quoth::text {

std::string sha256(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
  SHA256Data(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size(), digits.data());
  return digits.data();
}

}  // namespace quoth::text
