// SPDX-License-Identifier: MIT
#include "text/unicode/letter_case.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/unicode/numerals.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

// In lower case unless the label begins with it: "MINISTER OF HOME AFFAIRS".
bool is_small_word(std::u32string_view word) {
  return word == U"OF" || word == U"THE" || word == U"AND" || word == U"FOR";
}

}  // namespace

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
char32_t to_lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

std::string in_ordinary_capitals(std::string_view label) {
  auto text = to_utf32(label);
  if (std::ranges::count_if(text, is_lower) > 2 || std::ranges::count_if(text, is_letter) < 2)
    return std::string(label);
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i])) {
      ++i;
      continue;
    }
    auto end = i;
    while (end < text.size() && is_letter(text[end])) ++end;
    auto const word = std::u32string_view(text).substr(i, end - i);
    // The prefix of "McDONALD" keeps the capital after it.
    auto const head =
        std::ranges::any_of(word, is_lower) ? word.find_last_of(*std::ranges::find_if(word, is_lower)) + 2 : 1;
    if (word.size() == 1 || roman_value_in_name(word) == 0) {
      auto const first = i > 0 && is_small_word(word) ? i : i + head;
      for (auto k = first; k < end; ++k) text[k] = to_lower(text[k]);
    }
    i = end;
  }
  return to_utf8(text);
}

}  // namespace quoth::text
