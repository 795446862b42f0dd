// SPDX-License-Identifier: MIT
#include "grammar/works/case_name.hpp"

#include <algorithm>
#include <array>

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/class_lexicon.hpp"
#include "grammar/tokens/word_key.hpp"

namespace quoth::grammar {

namespace {

constexpr std::size_t most_words = 6;       // of either party
constexpr std::size_t longest_title = 120;  // code points

// A word of a party's name or a title: capitalised, or one that links such words.
bool is_link(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 15> links{
      U"of", U"the", U"and", U"for", U"&", U"de", U"la", U"van", U"von", U"a", U"an", U"in", U"to", U"on", U"at"};
  return std::ranges::find(links, word) != links.end();
}

// Behind these a name begins: "In Smith v. Jones", "See Tamm v. Harrow".
bool is_opener(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 9> openers{U"In",   U"See",   U"The", U"But",  U"And",
                                                              U"From", U"Under", U"As",  U"Since"};
  return std::ranges::find(openers, word) != openers.end();
}

// The start of the party that ends at `last`.
std::size_t party_before(std::u32string_view text, std::size_t last) {
  auto first = last;
  auto at = last;
  for (std::size_t words = 0; words < most_words && at > 0; ++words) {
    auto start = at;
    while (start > 0 && !is_space(text[start - 1]) && text[start - 1] != U'(' && text[start - 1] != U'—') --start;
    auto const word = text.substr(start, at - start);
    if (word.empty() || is_opener(word)) break;
    bool const breaks = at != last && (word.back() == U',' || word.back() == U';' || word.back() == U':' ||
                                       (word.back() == U'.' && word.size() > 2));
    if (breaks || (!is_capital(word.front()) && !is_link(word))) break;
    if (is_capital(word.front())) first = start;
    if (start == 0 || !is_space(text[start - 1])) break;
    at = start - 1;
  }
  return first;
}

// The end of the party that begins at `first`.
std::size_t party_behind(std::u32string_view text, std::size_t first) {
  auto last = first;
  auto at = first;
  for (std::size_t words = 0; words < most_words && at < text.size(); ++words) {
    auto end = at;
    while (end < text.size() &&
           (is_letter(text[end]) || text[end] == U'’' || text[end] == U'\'' || text[end] == U'-' || text[end] == U'&'))
      ++end;
    auto const word = text.substr(at, end - at);
    if (word.empty() || (!is_capital(word.front()) && !is_link(word))) break;
    bool const owner = word.size() > 2 && (word.ends_with(U"’s") || word.ends_with(U"'s"));
    if (is_capital(word.front())) last = end - (owner ? 2 : 0);
    if (owner || end == text.size() || text[end] != U' ') break;
    at = end + 1;
  }
  return last;
}

}  // namespace

std::vector<Span> case_names(std::u32string_view text) {
  std::vector<Span> cases;
  // Looks for the "v", which is much rarer than the blank before it.
  for (auto v = text.find(U'v', 1); v != text.npos; v = text.find(U'v', v + 1)) {
    auto const at = v - 1;
    auto next = v + 1;
    if (text[at] != U' ') continue;
    if (next < text.size() && text[next] == U's') ++next;
    if (next >= text.size() || text[next] != U'.' || next + 2 >= text.size() || !is_space(text[next + 1])) continue;
    auto const first = party_before(text, at);
    auto const last = party_behind(text, next + 2);
    if (first < at && last > next + 2)
      cases.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
  }
  return cases;
}

std::optional<Span> case_inside(std::vector<Span> const& cases, Span within) {
  auto const found = std::ranges::upper_bound(cases, within.first, {}, &Span::last);
  return found == cases.end() || found->first >= within.last ? std::nullopt : std::optional(*found);
}

std::optional<Span> opening_title(std::u32string_view text, Span sentence, bool one_word) {
  auto const words = text.substr(sentence.first, std::min<std::size_t>(sentence.size(), longest_title));
  if (!words.starts_with(U"In ")) return std::nullopt;
  auto const comma = words.find(U',');
  if (comma == words.npos) return std::nullopt;
  auto title = words.substr(3, comma - 3);
  std::uint32_t mark = 0;  // "_Middlemarch_", as plain text prints italics
  if (title.size() > 2 && title.front() == title.back() && (title.front() == U'_' || title.front() == U'*')) {
    title = title.substr(1, title.size() - 2);
    mark = 1;
  }
  std::size_t capitals = 0;
  std::size_t times = 0;  // "In May 2031", "In New Harrow" name no work
  for (std::size_t first = 0; first <= title.size();) {
    auto const last = std::min(title.find(U' ', first), title.size());
    auto const word = title.substr(first, last - first);
    if (word.empty() || (!is_capital(word.front()) && (first == 0 || !is_link(word)))) return std::nullopt;
    auto const classes = lexicon(Language::english).classes_of(folded_key(word));
    if (first == 0 && classes.has(WordClass::place_prefix)) return std::nullopt;
    times += classes.any(Classes(WordClass::time) | WordClass::month);
    capitals += is_capital(word.front());
    first = last + 1;
  }
  if (capitals < times + (one_word ? 1U : 2U)) return std::nullopt;
  return Span{sentence.first + 3 + mark, sentence.first + static_cast<std::uint32_t>(comma) - mark};
}

}  // namespace quoth::grammar
