// SPDX-License-Identifier: MIT
#include "tools/reports/html/hash_source.hpp"

#include <cstdint>
#include <string_view>

#include "text/bytes/sha256.hpp"

namespace quoth::tools {

namespace {

// Hexadecimal digits as base64 (RFC 4648).
std::string base64_of_hex(std::string const& digits) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr unsigned digit_bits = 4;
  constexpr unsigned letter_bits = 6;
  std::string out;
  std::uint32_t held = 0;  // bits not yet written, the last of them lowest
  unsigned bits = 0;
  for (auto const digit : digits) {
    held = held << digit_bits | static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    bits += digit_bits;
    if (bits < letter_bits) continue;
    bits -= letter_bits;
    out += alphabet[held >> bits];
    held &= (1U << bits) - 1;
  }
  if (bits > 0) out += alphabet[held << (letter_bits - bits)];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

}  // namespace

std::string hash_source(std::string const& text) { return "'sha256-" + base64_of_hex(text::sha256(text)) + "'"; }

}  // namespace quoth::tools
