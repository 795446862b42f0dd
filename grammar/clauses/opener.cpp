// SPDX-License-Identifier: MIT
#include "grammar/clauses/opener.hpp"

#include "grammar/clauses/clauses_tuning.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;
using Tuned = SentenceTuning;

class OpenerReader {
 public:
  OpenerReader(Tokens const& tokens, Phrases const& phrases) : tokens_(tokens), phrases_(phrases) {}

  // The token at which the nominal's second half starts, the subject; 0 if it is one noun phrase.
  std::uint32_t subject_in(std::uint32_t i) const {
    auto const& nominal = phrases_[i];
    if (nominal.last - nominal.first < 2 || !has_verb_behind(i)) return 0;
    if (auto const subject = behind_time(nominal)) return subject;
    if (i == 0 || !phrases_[i - 1].is(PhraseKind::preposition)) return 0;
    if (tokens_[nominal.first].has(outlet) && is_name(nominal.first + 1, nominal.last)) return nominal.first + 1;
    return starts_clause(i - 1) ? behind_noun(nominal, tokens_[phrases_[i - 1].first]) : 0;
  }

 private:
  bool is(std::uint32_t i, PhraseKind kind) const { return i < phrases_.size() && phrases_[i].is(kind); }

  bool is_finite_verb(std::uint32_t i) const {
    while (is(i, PhraseKind::adverb)) ++i;
    if (is(i, PhraseKind::verb)) return true;
    return is(i, PhraseKind::cue) && (phrases_[i].form == CueForm::finite || phrases_[i].form == CueForm::modal ||
                                      phrases_[i].form == CueForm::passive);
  }

  // A finite verb, right behind or behind an apposition: "Tamm said", "Tamm, the mayor, said", "Tamm, who was ill,
  // said".
  bool has_verb_behind(std::uint32_t nominal) const {
    auto i = nominal + 1;
    if (is_finite_verb(i)) return true;
    if (!is(i, PhraseKind::comma)) return false;
    bool const relative = is(i + 1, PhraseKind::relative);
    for (auto const last = i + Tuned::longest_between_commas; ++i < last;) {
      if (i >= phrases_.size() || is(i, PhraseKind::sentence_end) || is(i, PhraseKind::paragraph_end) ||
          is(i, PhraseKind::quotation) || (!relative && (is(i, PhraseKind::cue) || is(i, PhraseKind::verb))))
        return false;
      if (is(i, PhraseKind::comma)) return is_finite_verb(i + 1);
    }
    return false;
  }

  // Whether the preposition opens its clause, so that its noun phrase belongs to nothing before.
  bool starts_clause(std::uint32_t preposition) const {
    if (preposition == 0) return true;
    switch (phrases_[preposition - 1].kind) {
      case PhraseKind::comma:
      case PhraseKind::conjunction:
      case PhraseKind::semicolon:
      case PhraseKind::dash:
      case PhraseKind::colon:
      case PhraseKind::that:
      case PhraseKind::sentence_end:
      case PhraseKind::paragraph_end:
      case PhraseKind::quotation:
        return true;
      default:
        return false;
    }
  }

  bool is_time(Token const& token) const {
    return token.any(day | month | WordClass::time | time_modifier) || token.is(TokenKind::number);
  }

  // "Tuesday Okafor", "March 5 Ana Tamm". "Jan. 6 Committee" and "Sunday Times" are names.
  std::uint32_t behind_time(Phrase const& nominal) const {
    auto const& first = tokens_[nominal.first];
    if (!first.any(day | month) || (first.has(given_name) && !first.dotted)) {
      if (!first.has(time_modifier)) return 0;
    }
    auto i = nominal.first;
    bool named = false;
    while (i < nominal.last && is_time(tokens_[i])) {
      named = named || tokens_[i].any(day | month | WordClass::time);
      ++i;
    }
    return named && is_name(i, nominal.last) ? i : 0;
  }

  // "a statement Ana Tamm", "response Okafor": lower-case words, then a name.
  std::uint32_t behind_noun(Phrase const& nominal, Token const& preposition_word) const {
    auto i = nominal.last;
    while (i > nominal.first && is_name_part(tokens_[i - 1])) --i;
    if (i == nominal.first || i == nominal.last || !tokens_[i].capital) return 0;
    auto const& noun = tokens_[i - 1];
    if (!noun.is_word() || noun.capital || noun.any(determiner | possessive) || noun.possessive || noun.has(particle))
      return 0;
    // A role belongs to the name behind it: "In a speech engineer Ana Tamm said".
    if (noun.any(any_person | title) && !noun.has(plural)) {
      auto const role = i - 1;
      bool const has_noun_before = role > nominal.first && tokens_[role - 1].is_word() && !tokens_[role - 1].capital &&
                                   tokens_[role - 1].any(Classes(document) | body | WordClass::time);
      return has_noun_before && is_name(i, nominal.last) ? role : 0;
    }
    if (preposition_word.has(subordinator) && !tokens_[nominal.first].any(determiner | possessive)) return 0;
    return is_name(i, nominal.last) ? i : 0;
  }

  static bool is_name_part(Token const& token) { return token.is_word() && (token.capital || token.has(particle)); }

  // Whether the tokens may name a person: capitalised, and no body or paper.
  bool is_name(std::uint32_t first, std::uint32_t last) const {
    if (first >= last || !tokens_[first].capital) return false;
    for (auto i = first; i < last; ++i) {
      if (!is_name_part(tokens_[i])) return false;
    }
    auto const& end = tokens_[last - 1];
    return !end.any(Classes(body) | outlet | document | work | plural) && !end.possessive;
  }

  Tokens const& tokens_;
  Phrases const& phrases_;
};

}  // namespace

Phrases split_openers(Tokens const& tokens, Phrases phrases) {
  Phrases split;
  split.reserve(phrases.size() + 16);
  OpenerReader const reader(tokens, phrases);
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    auto const subject = phrases[i].is(PhraseKind::nominal) ? reader.subject_in(i) : 0U;
    if (subject != 0) {
      split.push_back({phrases[i].first, subject, PhraseKind::nominal, CueForm::finite});
      if (tokens[phrases[i].first].any(day | month | time_modifier)) split.back().kind = PhraseKind::adverb;
      split.push_back({subject, phrases[i].last, PhraseKind::nominal, CueForm::finite});
    } else {
      split.push_back(phrases[i]);
    }
  }
  return split;
}

}  // namespace quoth::grammar
