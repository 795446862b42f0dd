// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/text_lines.hpp"

#include <algorithm>
#include <iterator>

namespace quoth::tools {

std::string_view to_string(PositionEncoding encoding) {
  return encoding == PositionEncoding::utf8 ? "utf-8" : "utf-16";
}

text::TextUnit unit_of(PositionEncoding encoding) {
  return encoding == PositionEncoding::utf8 ? text::TextUnit::byte : text::TextUnit::utf16;
}

TextLines::TextLines(std::string_view text, PositionEncoding encoding)
    : text_(text), units_(text, unit_of(encoding)), starts_{0} {
  // A look for one character is many times faster than for one of two.
  auto line_feed = text.find('\n');
  auto carriage_return = text.find('\r');
  while (true) {
    auto const end = std::min(line_feed, carriage_return);
    if (end == text.npos) break;
    auto const at = end + (carriage_return == end && line_feed == end + 1 ? 2 : 1);
    starts_.push_back(at);
    if (line_feed < at) line_feed = text.find('\n', at);
    if (carriage_return < at) carriage_return = text.find('\r', at);
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
  auto const first = units_.before(starts_[place.line]);
  return std::min(units_.byte_of(first + place.character), end_of_line(place.line));
}

TextPlace TextLines::place_of(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  auto const line = std::prev(std::ranges::upper_bound(starts_, byte));
  auto const character = units_.before(byte) - units_.before(*line);
  return {static_cast<std::uint32_t>(line - starts_.begin()), static_cast<std::uint32_t>(character)};
}

}  // namespace quoth::tools
