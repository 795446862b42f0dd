// SPDX-License-Identifier: MIT
#include "text/unicode/char_class.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>

namespace quoth::text {

namespace {

bool is_ideograph(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x0E00 && c <= 0x0E7F);
}

CharClass class_of(UChar32 c) {
  switch (c) {
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0xFF07:
      return CharClass::apostrophe;
    case '.':
      return CharClass::full_stop;
    case ',':
      return CharClass::comma;
    case '%':
      return CharClass::percent;
    case 0x00AD:  // soft hyphen
    case 0x200C:
    case 0x200D:
    case 0x2060:
      return CharClass::ignorable;
    default:
      break;
  }
  if (u_isdigit(c)) return CharClass::digit;
  if (is_ideograph(c)) return CharClass::ideograph;
  if (u_isalnum(c)) return CharClass::letter;
  auto const type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK)
    return CharClass::ignorable;
  if (type == U_OTHER_NUMBER) return CharClass::digit;  // "½", "²"
  return CharClass::other;
}

std::string fold(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfkd = icu::Normalizer2::getNFKDInstance(status);
  auto const decomposed = nfkd->normalize(icu::UnicodeString(c), status).foldCase();
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    auto const part = decomposed.char32At(i);
    if (part == 0x2044) {
      bare.append(static_cast<UChar>('/'));
    } else if (u_charType(part) != U_NON_SPACING_MARK) {
      bare.append(part);
    }
  }
  std::string utf8;
  bare.toUTF8String(utf8);
  return utf8;
}

// Classes and foldings of the code points of nearly all European text, computed once.
constexpr UChar32 cached_letters = 0x250;
constexpr UChar32 first_mark = 0x2000;  // dashes, quotation marks
constexpr UChar32 last_mark = 0x2070;

struct CharTable {
  std::array<CharClass, cached_letters> classes{};
  std::array<std::string, cached_letters> folded;
  std::array<CharClass, last_mark - first_mark> marks{};

  CharTable() {
    for (UChar32 c = 0; c < cached_letters; ++c) {
      auto const i = static_cast<std::size_t>(c);
      classes.at(i) = class_of(c);
      if (classes.at(i) == CharClass::letter || classes.at(i) == CharClass::digit) folded.at(i) = fold(c);
    }
    for (auto c = first_mark; c < last_mark; ++c) marks.at(static_cast<std::size_t>(c - first_mark)) = class_of(c);
  }

  CharClass find(UChar32 c) const {
    if (c < cached_letters) return classes[static_cast<std::size_t>(c)];
    if (c >= first_mark && c < last_mark) return marks[static_cast<std::size_t>(c - first_mark)];
    return class_of(c);
  }
};

CharTable const& char_table() {
  static CharTable const table;
  return table;
}

}  // namespace

Char char_at(std::string_view utf8, std::size_t at) {
  if (at >= utf8.size()) return {0, 0, CharClass::other};
  auto const& table = char_table();
  auto const byte = static_cast<unsigned char>(utf8[at]);
  if (byte < 0x80) return {byte, 1, table.classes[byte]};
  UChar32 c = 0;
  auto next = at;
  U8_NEXT_OR_FFFD(reinterpret_cast<std::uint8_t const*>(utf8.data()), next, utf8.size(), c);
  return {c, static_cast<std::uint32_t>(next - at), table.find(c)};
}

void append_folded(UChar32 c, std::string& key) {
  if (c < cached_letters)
    key += char_table().folded[static_cast<std::size_t>(c)];
  else
    key += fold(c);
}

}  // namespace quoth::text
