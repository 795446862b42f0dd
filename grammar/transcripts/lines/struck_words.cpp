// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/struck_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/words/struck_text.hpp"

namespace quoth::transcripts {

namespace {

struct Marks {
  std::u32string_view open;
  std::u32string_view close;
};
constexpr std::array<Marks, 4> kinds{
    {{U"<s>", U"</s>"}, {U"<del>", U"</del>"}, {U"<strike>", U"</strike>"}, {U"~~", U"~~"}}};

constexpr std::size_t longest = 300;  // code points

// Where the struck words at `at` end; nothing if the mark does not strike words out.
std::optional<std::size_t> closing(std::u32string_view text, std::size_t at, Marks const& marks) {
  auto const stretch = text.substr(at, longest);
  auto const end = stretch.find(marks.close);
  if (end == stretch.npos || end == 0 || stretch.substr(0, end).find(U'\n') != stretch.npos) return std::nullopt;
  return at + end;
}

}  // namespace

std::u32string with_struck_words_marked(std::u32string whole) {
  // Most text has no such mark and needs no copy.
  auto const has = [&](Marks const& marks) { return whole.find(marks.open) != whole.npos; };
  if (std::ranges::none_of(kinds, has)) return whole;
  std::u32string_view const text = whole;
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const next = text.find_first_of(U"<~", at);
    out += text.substr(at, next - at);
    if (next == text.npos) break;
    at = next;
    bool struck = false;
    for (auto const& marks : kinds) {
      if (!text.substr(at).starts_with(marks.open)) continue;
      auto const words = at + marks.open.size();
      auto const end = closing(text, words, marks);
      if (!end) continue;
      out += text::struck_opening;
      out += text.substr(words, *end - words);
      out += text::struck_closing;
      at = *end + marks.close.size();
      struck = true;
      break;
    }
    if (!struck) out.push_back(text[at++]);
  }
  return out;
}

}  // namespace quoth::transcripts
