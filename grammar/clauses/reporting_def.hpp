// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/clauses/clauses_tuning.hpp"
#include "grammar/clauses/reporting_parts_def.hpp"

namespace quoth::grammar {

constexpr auto on_finite = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  state.reported_cue = last_read(x3::_where(context).begin(), state);
  state.add(ReportingRule::subject_verb, state.mention, state.reported_cue);
};
// A lookahead: only the mention is consumed, since what follows it may hold reporting clauses of its own.
constexpr auto subject_verb = &(subject >> (finite_cue | modal_cue)[on_subject][on_finite]) >>
                              (tied_nominal | pronoun_phrase);

// Right after a quotation that goes on with a tag, any verb reports: “Never,” Okafor harrumphed.
constexpr auto quotation_before_tag = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  if (!phrase.is(PhraseKind::quotation)) return false;
  auto const ending = (*state.features_by_span)[state.token(phrase.first).key].ending;
  return ending == Ending::comma || ending == Ending::question || ending == Ending::dash;
});
constexpr auto unusual_tag =
    &(quotation_before_tag >> mention >> *adverb_phrase >> other_verb[clause<ReportingRule::subject_verb>]) >>
    quotation_phrase;

// "with Okafor saying", "Okafor, citing", "footage of Okafor saying"
constexpr auto on_gerund = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const cue = last_read(x3::_where(context).begin(), state);
  auto who = state.mention;
  while (who.mention_last - who.mention > 2 && state.names_record(who.mention) &&
         state.names_somebody(who.mention_last - 1)) {
    who.mention += 2;
    state.reported_cue = cue;
  }
  state.add(ReportingRule::subject_gerund, who, cue);
};
constexpr auto subject_gerund = &(mention >> -comma >> cue_in(CueForm::gerund)[on_gerund]) >>
                                (tied_nominal | pronoun_phrase);

// A clause whose verb reports nothing by itself: "Okafor released this statement:"
constexpr auto on_other_verb = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const verb = last_read(x3::_where(context).begin(), state);
  if (!is_said_of_subject(*state.tokens, state.begin[verb]))
    state.add(ReportingRule::clause_subject, state.mention, verb);
};
constexpr auto other_clause = &(subject >> (other_verb | any_cue_phrase)[on_subject][on_other_verb]) >>
                              (tied_nominal | pronoun_phrase);

// "according to Okafor"
constexpr auto on_according = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  state.add(ReportingRule::according_to, state.mention, state.mention.mention - 1);
};
// "per Okafor", "in the words of Okafor"
constexpr auto per = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  return phrase.is(PhraseKind::preposition) && state.token(phrase.first).key == key_of("per") &&
         state.token(phrase.last).capital;
});
constexpr auto utterance_noun = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  return phrase.is(PhraseKind::nominal) && state.token(phrase.last - 1).has(WordClass::utterance);
});
constexpr auto words_of = phrase_starting_with("in") >> utterance_noun >> phrase_starting_with("of");
constexpr auto according_clause = (according | per | words_of) >> mention[on_according];

// "Okafor: “…”", "And from Chairwoman Okafor: “…”", "This from Okafor:", "From the desk of Okafor, the mayor:"
constexpr auto on_from = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  state.add(ReportingRule::from_line, state.mention, last_read(x3::_where(context).begin(), state));
};
constexpr auto label_insertion =
    -in_brackets >>
    -(comma >> x3::repeat(1, ReportingTuning::longest_in_label)[!boundary >> (any_phrase - any_cue_phrase)]);
constexpr auto from_line = -(conjunction_phrase | phrase_starting_with("this")) >>
                           phrase_starting_with("from") >> mention >> label_insertion >> colon[on_from];
// "Okafor, mayor of Harrow:" has one label, not another one in "mayor of Harrow:".
constexpr auto on_label = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const last = last_read(x3::_where(context).begin(), state);
  if (state.label_colon == last) return;
  state.label_colon = last;
  auto who = state.mention;  // "A lesson from Okafor:"
  if (who.mention_last - who.mention == 3 && state.names_record(who.mention) &&
      state.token(state.begin[who.mention + 2].first).capital)
    who.mention += 2;
  state.add(ReportingRule::label, who, last);
};
constexpr auto label = &(mention >> label_insertion >> (colon >> &(-paragraph_break >> quotation_phrase))[on_label]) >>
                       (tied_nominal | pronoun_phrase);

// "who said": the relative pronoun stands for the noun before it.
constexpr auto on_relative = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  ReportingClause who;
  who.mention_last = last_read(x3::_where(context).begin(), state);
  who.mention = who.mention_last;
  while (who.mention > 0 && !state.begin[who.mention].is(PhraseKind::relative)) --who.mention;
  state.add(ReportingRule::relative, who, who.mention_last);
  state.clauses->back().mention_last = who.mention + 1;
};
constexpr auto relative_clause = relative_pronoun >> *adverb_phrase >> -between_commas >>
                                 x3::repeat(0, ReportingTuning::most_adjuncts_of_who)[adjunct] >>
                                 finite_cue[on_relative];

// A cue without a subject of its own: adds a reporting clause for each subject that it may have.
constexpr auto on_subjectless = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const cue = last_read(x3::_where(context).begin(), state);
  if (!state.has_subject || cue == state.reported_cue || is_said_of_subject(*state.tokens, state.begin[cue])) return;
  state.add(ReportingRule::same_subject, state.subject, cue);
  if (state.main_subject.mention != state.subject.mention)
    state.add(ReportingRule::main_subject, state.main_subject, cue);
};
// The verb before its subject: "said Okafor". Not "Okafor told Tamm", nor "and warned Tamm", where the noun is the
// object.
constexpr auto on_inverted = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const cue = state.mention.mention - 1;
  if (cue > 0) {
    auto const& before = state.begin[cue - 1];
    if (before.can_speak() || before.is(PhraseKind::conjunction) || before.is(PhraseKind::relative)) return;
  }
  state.add(ReportingRule::verb_subject, state.mention, state.mention.mention - 1);
};
constexpr auto subjectless_cue = any_cue_phrase[on_subjectless] >> -(&(mention[on_inverted]));

// "quoted Okafor as saying"
constexpr auto on_quoted_object = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  // Whoever quotes is not the speaker.
  auto const quoting = state.mention.mention - 1;
  std::erase_if(*state.clauses, [&](ReportingClause const& other) { return other.cue == quoting; });
  state.add(ReportingRule::quoted_object, state.mention, last_read(x3::_where(context).begin(), state));
};
constexpr auto quoted_object = mention >> phrase_starting_with("as") >> cue_in(CueForm::gerund)[on_quoted_object];

// "was called “reckless” by Okafor"
constexpr auto on_agent = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const who = state.mention.mention;
  for (auto cue = who; cue-- > 0 && who - cue < SentenceTuning::longest_sentence;) {
    auto const& phrase = state.begin[cue];
    if (phrase.is(PhraseKind::sentence_end)) return;
    if (!phrase.is(PhraseKind::cue)) continue;
    state.add(ReportingRule::passive_agent, state.mention, cue);
    return;
  }
};
constexpr auto passive_agent = phrase_starting_with("by") >> mention[on_agent];

// A prepositional phrase, whose noun cannot speak: "in Harrow". "as Okafor put it", "with Okafor saying" and
// "footage of Okafor saying" are clauses.
constexpr auto prepositional = !(phrase_starting_with("of") >> nominal_phrase >> cue_in(CueForm::gerund)) >>
                               phrase_with([](Phrase const& phrase, ReportingState const& state) {
                                 auto const& word = state.token(phrase.first);
                                 return phrase.is(PhraseKind::preposition) && !word.has(WordClass::subordinator) &&
                                        word.key != key_of("with");
                               }) >>
                               nominal_phrase;

constexpr auto sentence_part = unusual_tag | according_clause | relative_clause | quoted_object | from_line | label |
                               subject_verb | subject_gerund | other_clause | passive_agent | prepositional |
                               subjectless_cue | any_phrase;
constexpr auto sentence = *sentence_part;

}  // namespace quoth::grammar
