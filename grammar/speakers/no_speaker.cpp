// SPDX-License-Identifier: MIT
#include "grammar/speakers/no_speaker.hpp"

#include <algorithm>
#include <string>

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/class_lexicon.hpp"
#include "grammar/tokens/word_key.hpp"
#include "text/unicode/numerals.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::grammar {

namespace {

bool is_number(std::u32string_view words) {
  if (std::ranges::none_of(words, [](char32_t c) { return is_letter(c); })) return true;
  return words.size() > 1 && is_capital(words[1]) && text::roman_value(words) != 0;
}

bool is_nobody(std::u32string_view words) {
  std::u32string folded;
  for (auto const c : words) folded.push_back(fold_case(c));
  return folded == U"nobody" || folded == U"no one" || folded == U"nothing";
}

// "HARROW, March 5, 2031" at the start of a paragraph.
bool is_dateline(std::u32string_view text, Span mention) {
  auto const words = text.substr(mention.first, mention.size());
  auto const is_small = [](char32_t c) { return kind_of(c) == CharKind::letter; };
  if (words.size() < 3 || std::ranges::any_of(words, is_small)) return false;
  if (mention.first > 0 && text[mention.first - 1] != U'\n') return false;
  auto behind = text.substr(mention.last, 40);
  if (!behind.starts_with(U", ")) return false;
  behind.remove_prefix(2);
  auto const word = behind.substr(0, behind.find_first_of(U" .,\n"));
  return lexicon(Language::english).classes_of(folded_key(word)).has(WordClass::month);
}

}  // namespace

void drop_no_speaker(Document const& document, std::optional<Attribution>& attribution) {
  if (!attribution || !attribution->mention) return;
  auto const mention = *attribution->mention;
  auto const text = document.text();
  auto const words = text.substr(mention.first, mention.size());
  bool const goes_on = mention.last < text.size() && text[mention.last] == U'/';  // "9/11 widow Ana Tamm"
  auto const is_none = [&](std::u32string_view name) { return (is_number(name) && !goes_on) || is_nobody(name); };
  if (is_none(words) || is_dateline(text, mention)) return attribution.reset();
  if (attribution->speaker.empty() || !is_none(text::to_utf32(attribution->speaker))) return;
  attribution->speaker.clear();
  attribution->candidates.clear();
  attribution->naming = Naming::none;
  attribution->reason = "no name of anybody";
}

}  // namespace quoth::grammar
