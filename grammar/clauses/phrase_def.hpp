// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/clauses/clauses_tuning.hpp"
#include "grammar/clauses/phrase.hpp"
#include "grammar/tokens/token_parsers.hpp"

namespace quoth::grammar {

using enum WordClass;

// Function words: the closed word classes, which hold no nouns.
constexpr Classes function_word = auxiliary | modal | preposition | conjunction | subordinator | relative | wh_word |
                                  that | not_ | to | subject | determiner | possessive | adverb;
constexpr Classes any_noun = any_person | crowd | document | outlet | body | title;

inline bool is_lower_word(Token const& token) { return token.is_word() && !token.capital; }
inline bool is_adverb(Token const& token) {
  return token.has(adverb) || (is_lower_word(token) && token.ends_ly && token.classes == Classes());
}
inline bool is_cue_word(Token const& token) { return token.is_word() && token.any(any_cue) && !token.possessive; }

// The first token of the parsed text, so that a rule can look at the token before its own.
struct PhraseBegin {
  Token const* begin = nullptr;

  bool allows_participle(Token const* token) const {
    return token != begin && ((token - 1)->has(preposition) || ((token - 1)->any(any_cue) && (token - 1)->has(past)));
  }
};

// An open-class word that is not a verb in this position.
inline bool is_plain_noun(Token const& token) {
  if (token.is(TokenKind::number) || token.is(TokenKind::handle)) return true;
  if (!token.is_word()) return false;
  if (token.capital && token.title_case && is_cue_word(token) && token.any(third | past)) return false;
  if (token.capital) return !token.any(function_word) || token.any(month | given_name) || token.all_capitals;
  if (token.any(function_word | verb)) return false;
  if (is_cue_word(token)) return false;
  return !(token.ends_ed && !token.any(any_noun)) && !is_adverb(token);
}

constexpr auto noun = element_if(is_plain_noun);
constexpr auto open_class_word = element_if([](Token const& token) {
  return token.is(TokenKind::number) ||
         (token.is_word() && !token.any(auxiliary | modal | preposition | conjunction | that | relative));
});
constexpr auto article_or_owner = word_of(article | WordClass::possessive);
constexpr auto other_determiner = word_of(determiner);
constexpr auto lower_adverb = element_if(is_adverb);

// "pointed out", "shot back"
constexpr auto phrasal_verb = element_if(
    [](Token const& token) { return token.has(phrasal) && !token.capital && token.any(third | past | gerund); });
constexpr auto phrasal_particle_word = word_of(phrasal_particle);

// A lower-case word inside a capitalised name: "Department of Justice", "Jews for Justice", "van der Berg".
struct NameLink : x3::parser<NameLink> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const&, RContext&, Attribute&) const {
    auto next = first;
    if (next == last || !next->is_word() || next->capital || !(next - 1)->capital || (next - 1)->possessive)
      return false;
    bool const particle = next->has(WordClass::particle);
    if (!particle && !next->has(of) && next->key != key_of("for")) return false;
    ++next;
    while (next != last && next - first < PhraseTuning::longest_name_link && next->is_word() && !next->capital &&
           (next->has(article) || (particle && next->has(WordClass::particle))))
      ++next;
    if (next == last || !next->is_word() || !next->capital || next->any(function_word)) return false;
    if (!particle && (next->has(given_name) || !(first - 1)->any(body | title | any_person | outlet)) &&
        !(first - 1)->any(body | title)) {
      return false;
    }
    first = next;
    return true;
  }
};

// A noun that could also be a reporting verb, after a possessive or a lower-case noun: "the company’s statement", "a
// news report".
struct CueNoun : x3::parser<CueNoun> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const&, RContext&, Attribute&) const {
    if (first == last || !first->is_word()) return false;
    auto const& before = *(first - 1);
    bool const owned = before.possessive && !first->any(function_word);
    bool const noun_here = is_cue_word(*first) && first->any(any_noun) && first->any(base | third) &&
                           (!before.capital || first->has(base)) &&
                           (before.is_word() || before.is(TokenKind::number)) && !followed_as_verb(first, last);
    if (!owned && !noun_here) return false;
    ++first;
    return true;
  }

  template <class Iterator>
  static bool followed_as_verb(Iterator word, Iterator last) {
    if (++word == last) return false;
    return word->is(TokenKind::quotation) || word->is(TokenKind::comma) || word->is(TokenKind::colon) ||
           word->has(that);
  }
};

constexpr auto noun_group = *(!(word_of(time_modifier) >> word_of(WordClass::time)) >>
                              !(phrasal_verb >> phrasal_particle_word) >> (noun | CueNoun{} | NameLink{}));
// A participle that begins a noun phrase, right after a cue or a preposition, or after a quotation where a verb
// follows: "undecided voter Ana Tamm", "“…,” retired general Ana Tamm said".
struct LeadingParticiple : x3::parser<LeadingParticiple> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RContext&, Attribute&) const {
    if (first == last || !is_lower_word(*first) || !first->ends_ed || is_cue_word(*first)) return false;
    auto const& begin = x3::get<PhraseBegin>(context);
    auto const next = first + 1;
    if (next == last || !is_plain_noun(*next)) return false;
    bool const tag = &*first != begin.begin && (first - 1)->is(TokenKind::quotation) && has_cue_behind(next, last);
    if (!tag && !begin.allows_participle(&*first)) return false;
    first = next;
    return true;
  }

  template <class Iterator>
  static bool has_cue_behind(Iterator word, Iterator last) {
    auto const start = word;
    while (word != last && word - start < PhraseTuning::longest_before_cue && is_plain_noun(*word)) ++word;
    return word != last && is_cue_word(*word) && word->any(third | past);
  }
};

// A noun that could also be a reporting verb, right after "of": "secretary of state Ana Tamm".
struct CueNounBehindOf : x3::parser<CueNounBehindOf> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RContext&, Attribute&) const {
    if (first == last || &*first == x3::get<PhraseBegin>(context).begin || !(first - 1)->has(of)) return false;
    if (!is_cue_word(*first) || !first->any(any_noun) || !first->has(base)) return false;
    ++first;
    return true;
  }
};

constexpr auto nominal = -LeadingParticiple{} >>
                         (+article_or_owner >> -open_class_word | +other_determiner | noun | CueNounBehindOf{}) >>
                         noun_group;

constexpr auto personal_pronoun =
    element_if([](Token const& token) { return token.is_word() && token.has(subject) && !token.has(relative); });

// An auxiliary. The "Will" of "Will said" is a name, and "he’s" a pronoun.
constexpr auto helper = element_if([](Token const& token) {
  return token.any(auxiliary | modal | not_) && !token.has(subject) && !(token.capital && token.has(given_name));
});
constexpr auto infinitive_to = word_of(WordClass::to);
constexpr auto cue_word = element_if([](Token const& token) {
  return is_cue_word(token) &&
         !(token.capital && token.any(any_noun) && !(token.title_case && token.any(third | past)));
});
constexpr auto plain_verb = element_if([](Token const& token) {
  return token.is_word() && (token.has(verb) || (is_lower_word(token) && token.ends_ed && !token.any(any_noun)));
});

// Before a cue. A run of them is looked through from each of its words, so that no run may be endless.
constexpr auto adverbs = x3::repeat(0, 8)[lower_adverb];
constexpr auto cue_group = adverbs >> *(helper | infinitive_to >> &(lower_adverb | cue_word | helper)) >> adverbs
                           >> cue_word;
constexpr auto verb_group =
    +(helper | infinitive_to >> &(lower_adverb | plain_verb | helper)) >> *lower_adverb >> -plain_verb | plain_verb;

constexpr auto phrasal_cue = adverbs >> *helper >> adverbs >> phrasal_verb >> phrasal_particle_word;
constexpr auto put_it = *helper >> (the_word("put") | the_word("puts") | the_word("putting")) >> the_word("it");

// Time expressions, which are not nominals that could speak: "last week", "Sunday night", "Feb. 5".
constexpr auto time_word = element_if([](Token const& token) {
  return token.has(WordClass::time) && !token.possessive && !(token.has(given_name) && token.capital);
});
constexpr auto capital_noun =
    element_if([](Token const& token) { return token.is_word() && token.capital && !token.any(function_word); });
// A lone time word before a capital may be part of a name ("the Sunday Post") and is not a time expression there.
constexpr auto time_phrase = ((+word_of(time_modifier) >> +time_word) | (time_word >> +time_word) |
                              (time_word >> !capital_noun)) >>
                             *of_kind(TokenKind::number);

// "Laut" is the same in German.
constexpr auto according_to = (the_word("according") >> the_word("to")) | the_word("laut");

}  // namespace quoth::grammar
