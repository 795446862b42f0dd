// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/clauses/clauses_tuning.hpp"
#include "grammar/clauses/phrase.hpp"
#include "grammar/clauses/reporting.hpp"
#include "grammar/marks/span_features.hpp"
#include "grammar/tokens/token_parsers.hpp"

// The parts of a reporting clause: its phrases, the mention of who speaks, and what may stand between that and the
// verb.

namespace quoth::grammar {

// Parser state: what has been read of the sentence so far.
struct ReportingState {
  Tokens const* tokens = nullptr;
  std::vector<SpanFeatures> const* features_by_span = nullptr;
  Phrase const* begin = nullptr;  // of all phrases
  std::vector<ReportingClause>* clauses = nullptr;
  ReportingClause mention;       // last one read; rule and cue are not set
  ReportingClause subject;       // of the clause
  ReportingClause main_subject;  // of the sentence
  bool has_subject = false;
  std::uint32_t reported_cue = 0xFFFFFFFF;  // the last one with a subject of its own
  std::uint32_t label_colon = 0xFFFFFFFF;   // the last one that a label has
  std::uint32_t verb = 0;                   // the last one read, of a German clause

  std::uint32_t index(Phrase const& phrase) const { return static_cast<std::uint32_t>(&phrase - begin); }
  Token const& token(std::uint32_t i) const { return (*tokens)[i]; }

  // Whether the nominal is what a person is seen, heard or read in: "footage of", "a lesson from".
  bool names_record(std::uint32_t nominal) const {
    auto const& head = token(begin[nominal].last - 1);
    return !head.capital && !head.any(any_person | WordClass::crowd | WordClass::body | WordClass::title);
  }

  bool names_somebody(std::uint32_t nominal) const {
    auto const& head = token(begin[nominal].last - 1);
    return head.capital || head.any(any_person | WordClass::crowd);
  }

  void add(ReportingRule rule, ReportingClause who, std::uint32_t cue) {
    who.rule = rule;
    who.cue = cue;
    clauses->push_back(who);
  }
};

constexpr auto phrase_of(PhraseKind kind) {
  return element_if([kind](Phrase const& phrase) { return phrase.kind == kind; });
}

// One phrase that meets a condition on its words, which the state knows.
template <class Condition>
constexpr auto phrase_with(Condition condition) {
  return element_if<ReportingState>(condition);
}

constexpr auto phrase_starting_with(std::string_view word) {
  return phrase_with([key = key_of(word)](Phrase const& phrase, ReportingState const& state) {
    return state.token(phrase.first).key == key;
  });
}

constexpr auto comma = phrase_of(PhraseKind::comma);
constexpr auto colon = phrase_of(PhraseKind::colon);
constexpr auto dash = phrase_of(PhraseKind::dash);
constexpr auto adverb_phrase = phrase_of(PhraseKind::adverb);
constexpr auto preposition_phrase = phrase_of(PhraseKind::preposition);
constexpr auto conjunction_phrase = phrase_of(PhraseKind::conjunction);
constexpr auto relative_pronoun = phrase_of(PhraseKind::relative);
constexpr auto quotation_phrase = phrase_of(PhraseKind::quotation);
constexpr auto paragraph_break = phrase_of(PhraseKind::paragraph_end);
constexpr auto nominal_phrase = phrase_of(PhraseKind::nominal);
constexpr auto pronoun_phrase = phrase_of(PhraseKind::pronoun);
constexpr auto other_verb = phrase_of(PhraseKind::verb);
constexpr auto according = phrase_of(PhraseKind::according);
constexpr auto any_phrase = element_if([](Phrase const&) { return true; });

constexpr auto cue_in(CueForm form) {
  return element_if([form](Phrase const& phrase) { return phrase.is(PhraseKind::cue) && phrase.form == form; });
}
constexpr auto any_cue_phrase = phrase_of(PhraseKind::cue);
constexpr auto finite_cue = cue_in(CueForm::finite);
constexpr auto modal_cue = cue_in(CueForm::modal);

// A preposition that attaches a noun phrase to the one before it: "the mayor of the town", "a lawyer for the club".
constexpr auto tying_preposition = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  if (!phrase.is(PhraseKind::preposition)) return false;
  auto const key = state.token(phrase.first).key;
  return key == key_of("of") || key == key_of("for") || key == key_of("at") || key == key_of("from") ||
         key == key_of("with");
});

// A noun phrase with attached ones: "the mayor of the town of Harrow".
constexpr auto tied_nominal = nominal_phrase >>
                              x3::repeat(0, ReportingTuning::most_tied)[tying_preposition >> nominal_phrase];

constexpr auto on_mention = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const range = x3::_attr(context);
  state.mention = {};
  state.mention.mention = state.index(*range.begin());
  state.mention.mention_last = state.mention.mention + static_cast<std::uint32_t>(range.size());
};

constexpr auto mention = x3::raw[tied_nominal | pronoun_phrase][on_mention];

// Punctuation that ends a part of a clause.
constexpr auto boundary = element_if([](Phrase const& phrase) {
  return phrase.is(PhraseKind::comma) || phrase.is(PhraseKind::sentence_end) || phrase.is(PhraseKind::paragraph_end) ||
         phrase.is(PhraseKind::dash) || phrase.is(PhraseKind::colon) || phrase.is(PhraseKind::semicolon);
});
constexpr auto clause_part = x3::repeat(1, ReportingTuning::longest_insertion)[!boundary >> any_phrase];
constexpr auto list_comma = comma >> -paragraph_break;
// The comma that ends the insertion may be inside a quotation: "Okafor, citing “the rules,” said"
constexpr auto quotation_with_comma = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  return phrase.is(PhraseKind::quotation) &&
         (*state.features_by_span)[state.token(phrase.first).key].ending == Ending::comma;
});
constexpr auto inserted_part =
    (x3::repeat(1, ReportingTuning::longest_insertion)[!boundary >> (any_phrase - quotation_with_comma)] >>
     -quotation_with_comma) |
    quotation_with_comma;
// What follows "asked", "told" or "quoted" where these are participles and not finite verbs: "a man asked about the
// ferry".
constexpr auto participle_object = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  if (!phrase.is(PhraseKind::preposition) && !phrase.is(PhraseKind::conjunction) && !phrase.is(PhraseKind::relative))
    return false;
  auto const key = state.token(phrase.first).key;
  return key == key_of("about") || key == key_of("by") || key == key_of("whether") || key == key_of("if") ||
         key == key_of("how") || key == key_of("why") || key == key_of("what");
});
constexpr auto asked = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  auto const key = state.token(phrase.last - 1).key;
  return phrase.last - phrase.first == 1 &&
         (key == key_of("asked") || key == key_of("told") || key == key_of("quoted"));
});
constexpr auto verb_here = *adverb_phrase >> !(asked >> participle_object) >> (finite_cue | modal_cue);
constexpr auto insertion = list_comma >> !verb_here >> inserted_part;
constexpr auto between_commas = insertion >> x3::repeat(0, ReportingTuning::more_insertions)[insertion] >> -list_comma;
constexpr auto between_dashes = dash >> -comma >> clause_part >>
                                x3::repeat(0, ReportingTuning::more_insertions)[comma >> clause_part] >> dash;
constexpr auto close_bracket = phrase_of(PhraseKind::close_bracket);
constexpr auto in_brackets =
    phrase_of(PhraseKind::open_bracket) >>
    x3::repeat(0, ReportingTuning::longest_in_brackets)[(any_phrase - close_bracket - boundary) | comma] >>
    close_bracket;
// What may come between a name and its verb: ", 45, a doctor from the town,", "(D-Harrow)", "— of all people —".
constexpr auto interposed = in_brackets >> -(between_commas | between_dashes | comma) |
                            -(between_commas | between_dashes);
// A relative clause without commas, before the verb: "The woman who found the dog said".
constexpr auto restrictive_clause =
    relative_pronoun >>
    x3::repeat(1, ReportingTuning::longest_restriction)[!boundary >> !finite_cue >> (any_phrase - quotation_phrase)] >>
    &finite_cue;

// The index of the phrase that was read last.
inline std::uint32_t last_read(Phrase const* where, ReportingState const& state) {
  return static_cast<std::uint32_t>(where - state.begin) - 1;
}

template <ReportingRule Rule>
constexpr auto clause = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  state.add(Rule, state.mention, last_read(x3::_where(context).begin(), state));
};

constexpr auto on_subject = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  state.subject = state.mention;
  if (!state.has_subject) state.main_subject = state.mention;
  state.has_subject = true;
};

constexpr auto adjunct = adverb_phrase | (preposition_phrase >> (nominal_phrase | adverb_phrase));
// A subject with what may come before its verb: "Okafor, a lawyer for the town, on Tuesday said".
constexpr auto subject = mention >> interposed >> -restrictive_clause >>
                         x3::repeat(0, ReportingTuning::most_adjuncts)[adjunct];

}  // namespace quoth::grammar
