// SPDX-License-Identifier: MIT
#include "text/words/white_space.hpp"

#include <array>
#include <cstdint>

#include "text/unicode/code_points.hpp"

namespace quoth::text {

namespace {

// https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt, White_Space beyond ASCII, in UTF-8.
constexpr std::array<std::string_view, 19> wide_spaces{
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
    "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};

// Whether the byte can begin no white space, as nearly all of them.
bool is_plain(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte < 0xC2;
}

template <typename Take>
void each_word(std::string_view utf8, Take const& take) {
  for (auto word = next_at_white_space(utf8, 0); word.first < word.last; word = next_at_white_space(utf8, word.last))
    take(word);
}

}  // namespace

std::size_t white_space_at(std::string_view utf8, std::size_t at) {
  auto const byte = static_cast<unsigned char>(utf8[at]);
  if (byte <= ' ') return byte == ' ' || (byte >= '\t' && byte <= '\r') ? 1 : 0;
  // The lead bytes of the spaces above.
  if (byte != 0xC2 && byte != 0xE1 && byte != 0xE2 && byte != 0xE3) return 0;
  for (auto const space : wide_spaces)
    if (utf8.substr(at, space.size()) == space) return space.size();
  return 0;
}

std::vector<ByteSpan> split_at_white_space(std::string_view utf8) {
  std::vector<ByteSpan> words;
  words.reserve(utf8.size() / 5);  // about as many as there are
  each_word(utf8, [&](ByteSpan word) { words.push_back(word); });
  return words;
}

ByteSpan next_at_white_space(std::string_view utf8, std::size_t from) {
  auto first = from;
  auto at = from;
  while (at < utf8.size()) {
    if (is_plain(utf8[at])) {
      ++at;
      continue;
    }
    auto const space = utf8[at] == ' ' ? 1 : white_space_at(utf8, at);
    if (space > 0 && first < at) break;
    at += space > 0 ? space : 1;
    if (space > 0) first = at;
  }
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at)};
}

std::size_t count_at_white_space(std::string_view utf8) {
  std::size_t count = 0;
  each_word(utf8, [&](ByteSpan) { ++count; });
  return count;
}

bool splits_word(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty() || white_space_at(after, 0) > 0) return false;
  auto last = before.size() - 1;
  while (last > 0 && continues_code_point(before[last])) --last;
  return white_space_at(before, last) == 0;
}

}  // namespace quoth::text
