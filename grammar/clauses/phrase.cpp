// SPDX-License-Identifier: MIT
#include "grammar/clauses/phrase.hpp"

#include "grammar/clauses/opener.hpp"
#include "grammar/clauses/phrase_def.hpp"
#include "grammar/clauses/phrase_german_def.hpp"

namespace quoth::grammar {

namespace {

struct PhraseState {
  Token const* begin = nullptr;
  Phrases found;
};

CueForm form_of(Token const* first, Token const* last) {
  while (last - first > 1 && (last - 1)->has(reflexive) && !(last - 1)->any(any_cue)) --last;
  // The particle of "pointed out" has no form.
  if ((last - 1)->has(phrasal_particle) && last - first > 1) --last;
  auto const& cue = *(last - 1);
  bool be_before = false;
  bool to_before = false;
  bool modal_before = false;
  for (auto const* token = first; token + 1 < last; ++token) {
    be_before = be_before || token->has(be);
    to_before = to_before || token->has(to);
    modal_before = modal_before || token->has(modal);
  }
  if (cue.has(gerund)) return be_before ? CueForm::finite : CueForm::gerund;
  if (be_before && cue.has(past)) return CueForm::passive;
  if (modal_before) return CueForm::modal;
  return to_before ? CueForm::infinitive : CueForm::finite;
}

// Semantic action: adds the tokens that a rule matched as a phrase of kind `Kind`.
template <PhraseKind Kind>
constexpr auto add = [](auto& context) {
  auto& state = x3::get<PhraseState>(context).get();
  auto const range = x3::_attr(context);
  Token const* const first = &*range.begin();
  Token const* const last = first + range.size();
  Phrase phrase{static_cast<std::uint32_t>(first - state.begin), static_cast<std::uint32_t>(last - state.begin), Kind,
                CueForm::finite};
  if constexpr (Kind == PhraseKind::cue) phrase.form = form_of(first, last);
  state.found.push_back(phrase);
};

template <PhraseKind Kind, class Rule>
constexpr auto as(Rule const& rule) {
  return x3::raw[rule][add<Kind>];
}

constexpr auto sentence_end =
    element_if([](Token const& token) { return token.ends_sentence() && !token.is(TokenKind::paragraph_end); });
constexpr auto that_word = word_of(that);
constexpr auto relative_word = word_of(relative | wh_word);
constexpr auto preposition_word = word_of(preposition);
constexpr auto conjunction_word = word_of(conjunction | subordinator);

constexpr auto punctuation =
    as<PhraseKind::quotation>(of_kind(TokenKind::quotation)) | as<PhraseKind::comma>(of_kind(TokenKind::comma)) |
    as<PhraseKind::sentence_end>(sentence_end) | as<PhraseKind::paragraph_end>(of_kind(TokenKind::paragraph_end)) |
    as<PhraseKind::colon>(of_kind(TokenKind::colon)) | as<PhraseKind::dash>(of_kind(TokenKind::dash)) |
    as<PhraseKind::semicolon>(of_kind(TokenKind::semicolon)) |
    as<PhraseKind::open_bracket>(of_kind(TokenKind::open_bracket)) |
    as<PhraseKind::close_bracket>(of_kind(TokenKind::close_bracket));

constexpr auto words = as<PhraseKind::according>(according_to) |
                       as<PhraseKind::cue>(!CueNounBehindOf{} >> (put_it | phrasal_cue | cue_group)) |
                       as<PhraseKind::adverb>(time_phrase) | as<PhraseKind::pronoun>(personal_pronoun) |
                       as<PhraseKind::that>(that_word) | as<PhraseKind::nominal>(nominal) |
                       as<PhraseKind::relative>(relative_word) | as<PhraseKind::verb>(verb_group) |
                       as<PhraseKind::preposition>(preposition_word) | as<PhraseKind::conjunction>(conjunction_word) |
                       as<PhraseKind::adverb>(lower_adverb);

constexpr auto outer_text =
    *(punctuation | words | as<PhraseKind::other>(element_if([](Token const&) { return true; })));

constexpr auto german_words = as<PhraseKind::according>(according_to) | as<PhraseKind::pronoun>(german_pronoun) |
                              as<PhraseKind::that>(that_word) | as<PhraseKind::cue>(german_cue) |
                              as<PhraseKind::nominal>(german_nominal) | as<PhraseKind::relative>(relative_word) |
                              as<PhraseKind::verb>(german_verb) | as<PhraseKind::preposition>(preposition_word) |
                              as<PhraseKind::conjunction>(conjunction_word) | as<PhraseKind::adverb>(german_adverb);
constexpr auto german_text =
    *(punctuation | german_words | as<PhraseKind::other>(element_if([](Token const&) { return true; })));

}  // namespace

Phrases phrases_of(Tokens const& tokens, Language language) {
  PhraseState state;
  state.begin = tokens.data();
  state.found.reserve(tokens.size() / 2);
  Token const* first = tokens.data();
  Token const* const last = first + tokens.size();
  PhraseBegin const begin{tokens.data()};
  if (language == Language::german) {
    x3::parse(first, last, x3::with<PhraseState>(std::ref(state))[x3::with<PhraseBegin>(begin)[german_text]]);
    return std::move(state.found);
  }
  x3::parse(first, last, x3::with<PhraseState>(std::ref(state))[x3::with<PhraseBegin>(begin)[outer_text]]);
  return split_openers(tokens, std::move(state.found));
}

}  // namespace quoth::grammar
