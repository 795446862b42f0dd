// SPDX-License-Identifier: MIT
#include "grammar/places/place_words.hpp"

#include <algorithm>
#include <array>

#include "grammar_data.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::grammar {

namespace {

constexpr std::array<KindName<PlaceWord>, 10> place_kinds{{{"page", PlaceWord::page},
                                                           {"line", PlaceWord::line},
                                                           {"section", PlaceWord::section},
                                                           {"paragraph", PlaceWord::paragraph},
                                                           {"chapter", PlaceWord::chapter},
                                                           {"transcript", PlaceWord::transcript},
                                                           {"short", PlaceWord::short_form},
                                                           {"recording", PlaceWord::recording},
                                                           {"mark", PlaceWord::mark},
                                                           {"clock", PlaceWord::clock}}};

constexpr std::array<KindName<EditorialWord>, 11> editorial_kinds{{{"emphasis", EditorialWord::emphasis},
                                                                   {"marks", EditorialWord::marks},
                                                                   {"citation", EditorialWord::citation},
                                                                   {"alteration", EditorialWord::alteration},
                                                                   {"modifier", EditorialWord::modifier},
                                                                   {"owner", EditorialWord::owner},
                                                                   {"added", EditorialWord::added},
                                                                   {"omitted", EditorialWord::omitted},
                                                                   {"original", EditorialWord::original},
                                                                   {"altered", EditorialWord::altered},
                                                                   {"sic", EditorialWord::sic}}};

template <class Kinds>
auto load(std::string_view data, Kinds const& kinds) {
  KindsByWord<decltype(kinds.front().kind)> by_word;
  for (auto line : text::lines_of(data)) {
    auto const colon = line.find(": ");
    if (colon == line.npos) continue;
    auto const kind = std::ranges::find(kinds, line.substr(0, colon), &std::decay_t<decltype(kinds.front())>::name);
    for (line.remove_prefix(colon + 2); kind != kinds.end() && !line.empty();) {
      auto const word = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(word.size() + 1, line.size()));
      by_word.emplace(folded_key(text::to_utf32(word)), kind->kind);
    }
  }
  return by_word;
}

template <class Kind>
Kind found(KindsByWord<Kind> const& by_word, WordKey key) {
  auto const word = by_word.find(key);
  return word == by_word.end() ? Kind::none : word->second;
}

}  // namespace

PlaceWord place_word(WordKey key) {
  static auto const by_word = load(embedded::place_words, place_kinds);
  return found(by_word, key);
}

EditorialWord editorial_word(WordKey key) {
  static auto const by_word = load(embedded::editorial_words, editorial_kinds);
  return found(by_word, key);
}

}  // namespace quoth::grammar
