// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace quoth::grammar {

// Classes of characters. Those that words consist of come first, up to `digit`.
enum class CharKind : std::uint8_t { letter, capital, digit, space, mark, dash, punctuation, ignorable };

constexpr bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

constexpr CharKind slow_kind_of(char32_t c) {
  if (is_in(c, U'a', U'z') || c == U'_') return CharKind::letter;
  if (is_in(c, U'A', U'Z')) return CharKind::capital;
  if (is_in(c, U'0', U'9')) return CharKind::digit;
  if (c <= 0x20 || c == 0xA0 || c == 0x3000 || is_in(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
      c == 0x205F || c == 0x1680 || c == 0x85) {
    return CharKind::space;
  }
  if (c == U'"' || c == U'\'' || c == U'`' || c == U'«' || c == U'»' || c == U'´' || is_in(c, 0x2018, 0x201F) ||
      c == U'‹' || c == U'›' || is_in(c, U'「', U'』')) {
    return CharKind::mark;
  }
  if (c == U'-' || is_in(c, 0x2010, 0x2015)) return CharKind::dash;
  if (c == 0xAD || is_in(c, 0x200B, 0x200F) || is_in(c, 0x202A, 0x202E) || c == 0x2060 || c == 0xFEFF ||
      is_in(c, 0x300, 0x36F) || c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || is_in(c, U'⁴', U'⁹')) {
    return CharKind::ignorable;  // raised digits are numbers of notes
  }
  if (c < 0xC0 || c == 0xD7 || c == 0xF7 || is_in(c, 0x2000, 0x2BFF) || is_in(c, 0x3001, 0x303F) || c >= 0x1F000) {
    return c == 0xAA || c == 0xB5 || c == 0xBA ? CharKind::letter : CharKind::punctuation;
  }
  if (is_in(c, 0xC0, 0xDE) || is_in(c, 0x391, 0x3A9) || is_in(c, 0x400, 0x42F)) return CharKind::capital;
  // Here the odd ones are capitals: "Łódź", "Żory".
  if (is_in(c, 0x139, 0x148) || is_in(c, 0x179, 0x17E)) return c % 2 == 1 ? CharKind::capital : CharKind::letter;
  if (is_in(c, 0x100, 0x17F)) return c % 2 == 0 ? CharKind::capital : CharKind::letter;
  return CharKind::letter;
}

namespace detail {
constexpr std::uint32_t table_size = 0x180;  // code points: up to Latin Extended-A
constexpr auto kinds = [] {
  std::array<CharKind, table_size> table{};
  for (std::uint32_t c = 0; c < table_size; ++c) table.at(c) = slow_kind_of(c);
  return table;
}();
}  // namespace detail

constexpr CharKind kind_of(char32_t c) { return c < detail::table_size ? detail::kinds[c] : slow_kind_of(c); }
constexpr bool is_letter(char32_t c) { return kind_of(c) == CharKind::letter || kind_of(c) == CharKind::capital; }
constexpr bool is_capital(char32_t c) { return kind_of(c) == CharKind::capital; }
constexpr bool is_digit(char32_t c) { return kind_of(c) == CharKind::digit; }
constexpr bool is_space(char32_t c) { return kind_of(c) == CharKind::space; }

}  // namespace quoth::grammar
