// SPDX-License-Identifier: MIT
#include "tools/servers/mcp/source_uri.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/unicode/unicode.hpp"

namespace quoth::tools {

namespace {

constexpr std::string_view prefix = "quoth://source/";
constexpr std::string_view from_query = "?from=";
constexpr std::string_view digits = "0123456789ABCDEF";

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

// Nothing where a % stands without two hexadecimal digits, or the bytes are not UTF-8.
std::optional<std::string> decoded(std::string_view encoded) {
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
  return text::valid_utf8(out) ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::string source_uri(std::string_view id, std::uint32_t from) {
  std::string uri(prefix);
  for (auto const c : id) {
    if (is_unreserved(c)) {
      uri += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    (uri += '%') += digits[byte >> 4U];
    uri += digits[byte & 0xFU];
  }
  return from == 0 ? uri : uri.append(from_query) + std::to_string(from);
}

std::optional<SourceUri> parse_source_uri(std::string_view uri) {
  if (!uri.starts_with(prefix)) return std::nullopt;
  uri.remove_prefix(prefix.size());
  SourceUri found;
  if (auto const query = uri.find('?'); query != uri.npos) {
    auto const asked = uri.substr(query);
    auto const number = asked.substr(std::min(from_query.size(), asked.size()));
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), found.from);
    if (!asked.starts_with(from_query) || error != std::errc{} || end != number.data() + number.size())
      return std::nullopt;
    uri = uri.substr(0, query);
  }
  auto id = decoded(uri);
  if (!id || id->empty()) return std::nullopt;
  found.id = std::move(*id);
  return found;
}

}  // namespace quoth::tools
