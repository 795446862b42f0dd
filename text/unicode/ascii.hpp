// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace quoth::text {

// Letters and digits of ASCII alone, in a byte or a code point. Those of <cctype> follow the locale that a program has
// set, and in Turkish "TITLE" then has no small "i". For letters of all scripts see letter_case.hpp.
inline constexpr auto is_ascii_digit = [](auto c) { return c >= '0' && c <= '9'; };
inline constexpr auto is_ascii_upper = [](auto c) { return c >= 'A' && c <= 'Z'; };
inline constexpr auto is_ascii_lower = [](auto c) { return c >= 'a' && c <= 'z'; };
inline constexpr auto is_ascii_letter = [](auto c) { return is_ascii_upper(c) || is_ascii_lower(c); };
inline constexpr auto is_ascii_alphanumeric = [](auto c) { return is_ascii_letter(c) || is_ascii_digit(c); };

constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string in_ascii_lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), ascii_lower);
  return lower;
}

inline bool is_same_in_ascii_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, ascii_lower, ascii_lower);
}

}  // namespace quoth::text
