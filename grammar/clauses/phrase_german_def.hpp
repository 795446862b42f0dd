// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/clauses/phrase_def.hpp"

// The phrases of German. Nouns are written with capitals, so every other word is an adjective before one, a verb or an
// adverb.

namespace quoth::grammar {

constexpr auto german_noun = element_if([](Token const& token) {
  if (token.is(TokenKind::number) || token.is(TokenKind::handle)) return true;
  return token.is_word() && token.capital && !token.any(function_word | reflexive);
});
// "parlamentarische": no other class, and an ending of adjectives.
constexpr auto german_adjective = element_if([](Token const& token) {
  return is_lower_word(token) && token.ends_ly && !token.any(function_word | verb | any_cue);
});
// "von der" in "Uta von der Aue": only behind a given name, as in "Bürgermeister von Harrau" it is none.
struct GermanNameLink : x3::parser<GermanNameLink> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const&, RContext&, Attribute&) const {
    auto next = first;
    if (next == last || !next->is_word() || next->capital) return false;
    auto const& before = *(first - 1);
    if (before.capital && before.key == key_of("von") && next->any(article | particle)) {  // "Von der Aue"
      ++first;
      return true;
    }
    if (next->key != key_of("von") && next->key != key_of("van") && next->key != key_of("zu") &&
        next->key != key_of("de"))
      return false;
    if (!before.capital || !before.has(given_name)) return false;
    ++next;
    if (next != last && next->has(article) && !next->capital) ++next;
    if (next == last || !next->is_word() || !next->capital || next->any(function_word)) return false;
    first = next;
    return true;
  }
};

constexpr auto german_degree = element_if([](Token const& token) {
  return is_lower_word(token) && (token.has(adverb) || (token.classes == Classes() && !token.ends_ly));
});
constexpr auto german_nouns = *german_adjective >> german_noun >> *(german_noun | GermanNameLink{});
constexpr auto german_determiner = (article_or_owner | other_determiner) >> -word_of(WordClass::possessive);
// "der nun abgesagten Parade"
constexpr auto german_nominal = german_determiner >> -(german_degree >> &german_adjective) >> german_nouns
                                | german_nouns | german_determiner;

// What may stand between a German verb and its subject: "äußerte sich", "sagte gestern".
constexpr auto companion = word_of(reflexive);
constexpr auto german_cue_word = element_if([](Token const& token) { return is_cue_word(token) && !token.capital; });
constexpr auto german_helper =
    element_if([](Token const& token) { return token.any(auxiliary | modal) && !token.has(subject); });
constexpr auto german_cue = *german_helper >> german_cue_word >> *companion;
constexpr auto german_verb =
    (+german_helper | element_if([](Token const& token) { return token.has(verb) && !token.capital; })) >> *companion;
constexpr auto german_pronoun = element_if(
    [](Token const& token) { return token.is_word() && token.has(subject) && !token.any(relative | determiner); });
constexpr auto german_adverb = element_if([](Token const& token) {
  return token.any(adverb | reflexive | not_) || (is_lower_word(token) && token.classes == Classes());
});

}  // namespace quoth::grammar
