// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string_view>

namespace quoth::text {

// White space of ASCII, as HTML and XML have it.
template <typename Char>
constexpr bool is_white_space(Char c) {
  return c == Char{' '} || c == Char{'\t'} || c == Char{'\n'} || c == Char{'\r'} || c == Char{'\f'};
}

// The same, with vertical tabs and no-break spaces.
constexpr bool is_blank(char32_t c) { return is_white_space(c) || c == U'\v' || c == U'\u00A0'; }

// The text without the given characters at both ends; of such characters alone it is empty, and points to where `text`
// begins.
template <typename Char>
constexpr std::basic_string_view<Char> without_ends(std::basic_string_view<Char> text,
                                                    std::basic_string_view<Char> blanks) {
  auto const first = text.find_first_not_of(blanks);
  if (first == text.npos) return text.substr(0, 0);
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n") {
  return without_ends(text, blanks);
}

constexpr std::u32string_view trimmed(std::u32string_view text, std::u32string_view blanks = U" \t\r\n\u00A0") {
  return without_ends(text, blanks);
}

// Cuts the first line off, with its line feed, which is not part of what is returned; a carriage return is.
template <typename Char>
constexpr std::basic_string_view<Char> take_line(std::basic_string_view<Char>& rest) {
  auto const line = rest.substr(0, rest.find(Char{'\n'}));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  return line;
}

}  // namespace quoth::text
