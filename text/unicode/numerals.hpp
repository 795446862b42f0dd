// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace quoth::text {

// Numbers as texts print them, in UTF-8 or in code points.

constexpr std::uint32_t first_year = 1500;  // what is less is taken for a number of something
constexpr std::uint32_t last_year = 2100;

// Whether it is a year, also with a letter, as references have it: "2031", "2031a".
template <typename Char>
constexpr bool is_year(std::basic_string_view<Char> text) {
  constexpr std::size_t digits = 4;
  if (text.size() == digits + 1 && text.back() >= Char{'a'} && text.back() <= Char{'z'}) text.remove_suffix(1);
  if (text.size() != digits) return false;
  std::uint32_t value = 0;
  for (auto const c : text) {
    if (c < Char{'0'} || c > Char{'9'}) return false;
    value = value * 10 + static_cast<std::uint32_t>(c - Char{'0'});
  }
  return value >= first_year && value <= last_year;
}

// The value of a Roman numeral below 400, in capitals or in small letters: "XII", "xii"; 0 for other text. D and M are
// not read: no page or section has so high a number, and "mix" and "did" are words.
template <typename Char>
constexpr std::uint32_t roman_value(std::basic_string_view<Char> text) {
  constexpr std::array<std::pair<std::string_view, std::uint32_t>, 9> numerals{
      {{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}};
  constexpr auto small = Char{'a'} - Char{'A'};
  auto const shift = !text.empty() && text.front() >= Char{'a'} ? small : 0;
  auto const starts_with = [&](std::string_view letters) {
    return text.size() >= letters.size() &&
           std::ranges::equal(letters, text.substr(0, letters.size()),
                              [&](char a, Char b) { return static_cast<Char>(static_cast<Char>(a) + shift) == b; });
  };
  std::uint32_t sum = 0;
  for (auto const& [letters, value] : numerals) {
    auto const most = letters.size() == 2 || value == 50 || value == 5 ? 1 : 3;
    for (int i = 0; i < most && starts_with(letters); ++i) {
      text.remove_prefix(letters.size());
      sum += value;
    }
  }
  return text.empty() ? sum : 0;
}

// The value of a Roman numeral as names have it, from 2 to 39 in capitals: "John Reed III", "Elisabeth II."; 0 for
// other text, as for "XL" and "CC".
template <typename Char>
constexpr std::uint32_t roman_value_in_name(std::basic_string_view<Char> text) {
  constexpr std::uint32_t highest = 39;
  auto const value = roman_value(text);
  return value > 1 && value <= highest && text.front() <= Char{'Z'} ? value : 0;
}

}  // namespace quoth::text
