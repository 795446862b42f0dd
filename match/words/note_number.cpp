// SPDX-License-Identifier: MIT
#include "match/words/note_number.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/unicode/ascii.hpp"

namespace quoth::match {

namespace {

constexpr std::array<std::string_view, 6> closing_marks{"\"", "'", "”", "’", "»", ")"};

// Words that a number follows.
constexpr std::array<std::string_view, 31> counted{"no",   "nos", "pp",   "vol",  "vols",   "ch",   "chap", "fig",
                                                   "sec",  "art", "para", "page", "line",   "book", "bk",   "st",
                                                   "jan",  "feb", "mar",  "apr",  "jun",    "jul",  "aug",  "sep",
                                                   "sept", "oct", "nov",  "dec",  "approx", "max",  "min"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// `text` without the closing marks at its end.
std::string_view without_closing_marks(std::string_view text) {
  for (auto const* mark = closing_marks.begin(); mark != closing_marks.end();) {
    if (text.ends_with(*mark)) {
      text.remove_suffix(mark->size());
      mark = closing_marks.begin();
    } else {
      ++mark;
    }
  }
  return text;
}

}  // namespace

bool is_note_number(TokenSequence const& tokens, std::size_t i) {
  constexpr std::size_t longest = 3;        // digits
  constexpr std::size_t shortest_word = 2;  // letters; "p.12", "v.2" and initials are no ends of sentences
  auto const& token = tokens[i];
  auto const surface = tokens.surface(i);
  if (!token.is(WordToken::number) || surface.size() > longest || !std::ranges::all_of(surface, text::is_ascii_digit))
    return false;
  if (i == 0 || tokens[i - 1].part != token.part || tokens.key(i - 1).size() < shortest_word ||
      std::ranges::find(counted, tokens.key(i - 1)) != counted.end())
    return false;
  auto const text = tokens.text(token.part);
  if (token.last < text.size() && (is_letter(text[token.last]) || text[token.last] == '%')) {
    auto const rest = text.substr(token.last);
    auto const is_mark = std::ranges::any_of(closing_marks, [&](auto mark) { return rest.starts_with(mark); });
    if (!is_mark) return false;
  }
  auto const before = without_closing_marks(text.substr(0, token.first));
  if (before.empty() || std::string_view(".,;!?").find(before.back()) == std::string_view::npos) return false;
  return before.size() > 1 && is_letter(before[before.size() - 2]);
}

}  // namespace quoth::match
