// SPDX-License-Identifier: MIT
#include "grammar/tokens/german_endings.hpp"

#include <algorithm>
#include <array>

namespace quoth::grammar {

bool has_past_ending(std::u32string_view word) {
  return (word.size() > 3 && word.ends_with(U"te")) || (word.size() > 4 && word.ends_with(U"ten"));
}

bool is_inflected(std::u32string_view word) {
  if (word.size() < 4) return false;
  auto const last = word.back();
  return last == U'e' ||
         (word[word.size() - 2] == U'e' && (last == U'n' || last == U'r' || last == U's' || last == U'm'));
}

bool ends_like_adverb(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 6> endings{U"end", U"lich", U"weise", U"mals", U"isch", U"artig"};
  return std::ranges::any_of(
      endings, [&](std::u32string_view ending) { return word.size() > ending.size() && word.ends_with(ending); });
}

Classes classes_of_end(std::u32string_view word, Lexicon const& lexicon) {
  constexpr std::size_t longest = 48;  // letters; longer words are none
  constexpr std::size_t shortest = 3;  // letters of either part
  if (word.size() > longest) return {};
  for (auto part = shortest; part + shortest < word.size(); ++part) {
    auto const classes = lexicon.classes_of(folded_key(word.substr(part))) & (inherited_classes | WordClass::outlet);
    if (classes != Classes()) return classes;
  }
  return {};
}

}  // namespace quoth::grammar
