// SPDX-License-Identifier: MIT
#include "text/bytes/percent_encoding.hpp"

#include <charconv>
#include <utility>

#include "text/unicode/ascii.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

bool is_unreserved(char c) {
  return is_ascii_alphanumeric(c) || std::string_view("-._~").find(c) != std::string_view::npos;
}

}  // namespace

std::string percent_encoded(std::string_view bytes, std::string_view kept) {
  std::string out;
  for (auto const c : bytes) {
    if (is_unreserved(c) || kept.find(c) != kept.npos) {
      out += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    (out += '%') += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

std::optional<std::string> percent_decoded(std::string_view encoded) {
  std::string out;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] != '%') {
      out += encoded[i];
      continue;
    }
    unsigned byte = 0;
    auto const hex = encoded.substr(i + 1, 2);
    auto const [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), byte, 16);
    if (hex.size() != 2 || error != std::errc{} || end != hex.data() + 2) return std::nullopt;
    out += static_cast<char>(byte);
    i += 2;
  }
  return valid_utf8(out) ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace quoth::text
