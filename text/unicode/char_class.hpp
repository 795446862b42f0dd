// SPDX-License-Identifier: MIT
#pragma once

#include <unicode/umachine.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quoth::text {

// Classes of characters for splitting a text into words.
enum class CharClass : std::uint8_t {
  other,
  letter,
  digit,
  apostrophe,
  full_stop,
  comma,
  percent,
  ideograph,
  ignorable
};

struct Char {
  UChar32 code_point = 0;
  std::uint32_t bytes = 0;
  CharClass char_class = CharClass::other;
};

// The character at that byte of a UTF-8 text; one of no bytes at the end, U+FFFD if the bytes are not UTF-8.
Char char_at(std::string_view utf8, std::size_t at);

// Appends a letter, digit or ideograph to a matching key, folded, as UTF-8.
void append_folded(UChar32 c, std::string& key);

}  // namespace quoth::text
