// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace quoth::text {

// The number of bytes of a code point in UTF-8, by its first one.
std::size_t bytes_of_code_point(char first);

// Whether the byte is the first of a code point in UTF-8.
constexpr bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

// What the characters of a text are counted in.
enum class TextUnit { byte, code_point, utf16 };

// The units of a code point, by its first byte in UTF-8.
std::size_t units_of_code_point(char first, TextUnit unit);

// Rank and select with samples: counts the units of a UTF-8 text before a byte, and finds the byte of a unit, with a
// look at a KiB of it, however long its lines. The text must outlive it.
class UnitIndex {
 public:
  UnitIndex(std::string_view text, TextUnit unit);

  // The units of the characters that begin before the byte.
  std::size_t before(std::size_t byte) const;
  // Where the character begins that has the unit, counted from 0; the end of the text for units behind it.
  std::size_t byte_of(std::size_t unit) const;

 private:
  std::size_t count(std::size_t first, std::size_t last) const;

  std::string_view text_;
  TextUnit unit_;
  std::vector<std::size_t> samples_;  // the units before every 1,024th byte
};

}  // namespace quoth::text
