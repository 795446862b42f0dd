// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/text_lines.hpp"

#include <algorithm>
#include <iterator>

#include "text/unicode/byte_positions.hpp"

namespace quoth::tools {

namespace {

// How many units the code point at that byte has.
std::uint32_t units_of(PositionEncoding encoding, std::size_t bytes) {
  constexpr std::size_t beyond_bmp = 4;  // bytes of a code point that UTF-16 writes as a pair
  if (encoding == PositionEncoding::utf8) return static_cast<std::uint32_t>(bytes);
  return bytes == beyond_bmp ? 2 : 1;
}

}  // namespace

std::string_view to_string(PositionEncoding encoding) {
  return encoding == PositionEncoding::utf8 ? "utf-8" : "utf-16";
}

TextLines::TextLines(std::string_view text, PositionEncoding encoding) : text_(text), encoding_(encoding), starts_{0} {
  // A look for one character is many times faster than for one of two.
  auto next_return = text.find('\r');
  for (std::size_t at = 0; true;) {
    auto const line_feed = text.find('\n', at);
    if (next_return < at) next_return = text.find('\r', at);
    auto const end = std::min(line_feed, next_return);
    if (end == text.npos) break;
    at = end + (next_return == end && line_feed == end + 1 ? 2 : 1);
    starts_.push_back(at);
  }
}

std::size_t TextLines::end_of_line(std::size_t line) const {
  if (line + 1 >= starts_.size()) return text_.size();
  auto end = starts_[line + 1] - 1;
  if (end > starts_[line] && text_[end] == '\n' && text_[end - 1] == '\r') --end;
  return end;
}

std::size_t TextLines::byte_of(TextPlace place) const {
  if (place.line >= starts_.size()) return text_.size();
  auto at = starts_[place.line];
  auto const end = end_of_line(place.line);
  for (std::uint32_t character = 0; at < end;) {
    auto const bytes = text::bytes_of_code_point(text_[at]);
    character += units_of(encoding_, bytes);
    if (character > place.character) break;
    at += bytes;
  }
  return std::min(at, end);
}

TextPlace TextLines::place_of(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  auto const line = std::prev(std::ranges::upper_bound(starts_, byte));
  std::uint32_t character = 0;
  for (auto at = *line; at < byte;) {
    auto const bytes = text::bytes_of_code_point(text_[at]);
    character += units_of(encoding_, bytes);
    at += bytes;
  }
  return {static_cast<std::uint32_t>(line - starts_.begin()), character};
}

}  // namespace quoth::tools
