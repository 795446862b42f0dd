// SPDX-License-Identifier: MIT
#include "grammar/tokens/place_words.hpp"

#include <algorithm>
#include <array>

#include "grammar/tokens/word_table.hpp"
#include "grammar_data.hpp"

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

constexpr std::array<KindName<EditorialWord>, 13> editorial_kinds{{{"emphasis", EditorialWord::emphasis},
                                                                   {"marks", EditorialWord::marks},
                                                                   {"citation", EditorialWord::citation},
                                                                   {"alteration", EditorialWord::alteration},
                                                                   {"modifier", EditorialWord::modifier},
                                                                   {"owner", EditorialWord::owner},
                                                                   {"added", EditorialWord::added},
                                                                   {"omitted", EditorialWord::omitted},
                                                                   {"original", EditorialWord::original},
                                                                   {"altered", EditorialWord::altered},
                                                                   {"cleaned", EditorialWord::cleaned},
                                                                   {"translated", EditorialWord::translated},
                                                                   {"sic", EditorialWord::sic}}};

template <class Kinds>
auto load(std::string_view data, Kinds const& kinds) {
  constexpr std::size_t slots = 1024;  // about a hundred words
  WordTable<decltype(kinds.front().kind)> by_word(slots);
  auto const kind_named = [&](std::string_view name) {
    auto const* const kind = std::ranges::find(kinds, name, &std::decay_t<decltype(kinds.front())>::name);
    return kind == kinds.end() ? decltype(kinds.front().kind){} : kind->kind;
  };
  for_each_listed(data, kind_named, [&](auto kind, std::string_view word) {
    if (kind == decltype(kind){}) return;
    auto& known = by_word[folded_key(word)];
    if (known == decltype(kind){}) known = kind;
  });
  return by_word;
}

}  // namespace

PlaceWord place_word(WordKey key) {
  static auto const by_word = load(embedded::place_words, place_kinds);
  return by_word.find(key);
}

bool is_place_unit(PlaceWord word) { return word >= PlaceWord::page && word <= PlaceWord::chapter; }

bool is_reference_word(WordKey key) {
  static constexpr std::array<KindName<bool>, 1> kinds{{{"reference", true}}};
  static auto const by_word = load(embedded::place_words, kinds);
  return is_place_unit(place_word(key)) || by_word.find(key);
}

EditorialWord editorial_word(WordKey key) {
  static auto const by_word = load(embedded::editorial_words, editorial_kinds);
  return by_word.find(key);
}

}  // namespace quoth::grammar
