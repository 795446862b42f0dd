// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>

#include "grammar/clauses/reporting_parts_def.hpp"

// The reporting clauses of German, where the verb is the second part of a main clause and the last of a subordinate
// one. At each phrase every rule is tried as a lookahead; then the phrase, with what belongs to it, is passed.

namespace quoth::grammar {

template <class... Words>
constexpr auto starts_with_any(Words... words) {
  return phrase_with([keys = std::array{key_of(words)...}](Phrase const& phrase, ReportingState const& state) {
    return std::ranges::find(keys, state.token(phrase.first).key) != keys.end();
  });
}

// "der Polizei" behind "der Sprecher": a genitive.
constexpr auto genitive = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  static constexpr std::array articles{key_of("der"),    key_of("des"),    key_of("eines"),  key_of("einer"),
                                       key_of("dieser"), key_of("dieses"), key_of("seiner"), key_of("ihrer")};
  return phrase.is(PhraseKind::nominal) && phrase.last - phrase.first > 1 &&
         std::ranges::find(articles, state.token(phrase.first).key) != articles.end();
});
constexpr auto german_tied =
    nominal_phrase >>
    x3::repeat(0, ReportingTuning::most_tied)[genitive | (starts_with_any(U"von", U"vom", U"für", U"bei", U"beim") >>
                                                          nominal_phrase)];
constexpr auto german_mention = x3::raw[german_tied | pronoun_phrase][on_mention];

// Whether the article shows that the phrase is an object: "den Minister".
inline bool has_object_article(Phrase const& phrase, ReportingState const& state) {
  static constexpr std::array articles{key_of("den"),    key_of("dem"),    key_of("des"),    key_of("einen"),
                                       key_of("einem"),  key_of("eines"),  key_of("diesen"), key_of("diesem"),
                                       key_of("seinen"), key_of("seinem"), key_of("ihren"),  key_of("ihrem")};
  return std::ranges::find(articles, state.token(phrase.first).key) != articles.end();
}
constexpr auto object_phrase = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  return phrase.is(PhraseKind::nominal) && has_object_article(phrase, state);
});

// Whether the case of the mention allows it to be a subject.
inline bool may_be_subject(ReportingState const& state) {
  auto const& phrase = state.begin[state.mention.mention];
  auto const& head = state.token(phrase.last - 1);
  if (head.is(TokenKind::number) || head.any(WordClass::time | WordClass::day | WordClass::month)) return false;
  return !has_object_article(phrase, state);
}

inline bool has_key(ReportingState const& state, std::uint32_t phrase, WordKey key) {
  auto const& range = state.begin[phrase];
  for (auto i = range.first; i < range.last; ++i) {
    if (state.token(i).key == key) return true;
  }
  return false;
}

inline bool is_passive_helper(ReportingState const& state, std::uint32_t phrase) {
  static constexpr std::array forms{key_of("wird"),   key_of("wurde"),  key_of("werden"),
                                    key_of("wurden"), key_of("worden"), key_of("werde")};
  auto const& range = state.begin[phrase];
  for (auto i = range.first; i < range.last; ++i) {
    if (std::ranges::find(forms, state.token(i).key) != forms.end()) return true;
  }
  return false;
}

// Adds the clause of a verb, which reports by itself or may with what follows.
inline void add_of_verb(ReportingState& state, std::uint32_t cue, ReportingRule rule) {
  // Whoever quotes is not the speaker.
  bool const quotes = std::ranges::any_of(*state.clauses, [&](ReportingClause const& other) {
    return other.cue == cue && other.rule == ReportingRule::quoted_object;
  });
  if (quotes) return;
  state.add(state.begin[cue].is(PhraseKind::cue) ? rule : ReportingRule::clause_subject, state.mention, cue);
}

constexpr auto german_any_verb = any_cue_phrase | other_verb;
constexpr auto german_prepositional =
    phrase_with([](Phrase const& phrase, ReportingState const& state) {
      return phrase.is(PhraseKind::preposition) && !state.token(phrase.first).has(WordClass::subordinator);
    }) >>
    german_tied;
constexpr auto german_adjunct = adverb_phrase | german_prepositional;
// The middle field, between the two parts of a verb.
// It ends at a reporting verb behind which the clause ends.
constexpr auto last_verb = any_cue_phrase >> (comma | colon | quotation_phrase | paragraph_break | other_verb |
                                              conjunction_phrase | phrase_of(PhraseKind::sentence_end));
constexpr auto middle =
    x3::repeat(0, GermanTuning::longest_middle)[!phrase_of(PhraseKind::sentence_end) >> !paragraph_break >>
                                                !phrase_of(PhraseKind::semicolon) >> !last_verb >> any_phrase];

// "Der Minister sagte", "der Minister, 45, sagte gestern"
constexpr auto on_german_subject = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  if (!may_be_subject(state)) return;
  auto const cue = last_read(x3::_where(context).begin(), state);
  state.subject = state.mention;
  if (!state.has_subject) state.main_subject = state.mention;
  state.has_subject = true;
  if (is_passive_helper(state, cue)) return;
  add_of_verb(state, cue, ReportingRule::subject_verb);
};
constexpr auto german_subject_verb = german_mention >> interposed >>
                                     x3::repeat(0, ReportingTuning::most_adjuncts)[german_adjunct] >>
                                     german_any_verb[on_german_subject];

// "sagte der Minister", "äußerte sich am Montag der Minister". The subject stands before the verb where a nominal that
// can be one does.
constexpr auto on_german_verb = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  state.verb = last_read(x3::_where(context).begin(), state);
};
// Whether the phrase before `end` is a nominal that can be a subject, and none of a preposition.
inline bool ends_with_subject(ReportingState const& state, std::uint32_t end) {
  if (!state.begin[end - 1].can_speak()) return false;
  auto const& first = state.token(state.begin[end - 1].first);
  static constexpr std::array others{key_of("den"), key_of("dem"), key_of("einen"), key_of("einem")};
  if (first.any(WordClass::time) || std::ranges::find(others, first.key) != others.end()) return false;
  for (auto i = end - 1; i > 0; --i) {  // back over genitives to a preposition
    auto const kind = state.begin[i - 1].kind;
    if (kind == PhraseKind::preposition || kind == PhraseKind::according) return false;
    if (kind != PhraseKind::nominal) break;
  }
  return true;
}
inline bool has_subject_before(ReportingState const& state, std::uint32_t verb) {
  if (verb == 0) return false;
  auto const& before = state.begin[verb - 1];
  if (before.is(PhraseKind::close_bracket)) {  // "Der Minister (SPD) äußerte Vorbehalte"
    constexpr std::uint32_t longest = 8;       // phrases
    for (auto i = verb - 1; i > 0 && verb - i < longest; --i) {
      if (state.begin[i].is(PhraseKind::open_bracket)) return has_subject_before(state, i);
    }
    return false;
  }
  if (before.is(PhraseKind::quotation))  // "Ein Sprecher der „Lupe“ nannte", "Die „Lupe“ nannte"
    return verb > 1 && state.begin[verb - 2].is(PhraseKind::nominal) &&
           (*state.features_by_span)[state.token(before.first).key].ending == Ending::none &&
           ends_with_subject(state, verb - 1);
  bool const determiner_alone = state.token(before.first).any(WordClass::determiner) && before.last - before.first == 1;
  return !determiner_alone && ends_with_subject(state, verb);
}
constexpr auto on_german_inverted = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  bool const pronoun = state.begin[state.mention.mention].is(PhraseKind::pronoun);
  if (!may_be_subject(state) || is_passive_helper(state, state.verb)) return;
  if (state.verb > 0 && !pronoun && state.begin[state.verb - 1].is(PhraseKind::conjunction)) return;
  auto const& first = state.token(state.begin[state.mention.mention].first);
  auto const& phrase = state.begin[state.mention.mention];
  auto const& head = state.token(phrase.last - 1);
  // "der Ministerin" is hers, or to her.
  bool const person = head.any(any_person) && !(first.key == key_of("der") && head.has(WordClass::woman));
  bool const name = !first.any(WordClass::determiner) &&
                    (phrase.last - phrase.first > 1 || head.any(WordClass::given_name) || head.all_capitals);
  bool const surely = pronoun || person || name;
  if (!surely && has_subject_before(state, state.verb)) return;
  state.subject = state.mention;
  state.has_subject = true;
  add_of_verb(state, state.verb, ReportingRule::verb_subject);
};
constexpr auto german_inverted = german_any_verb[on_german_verb] >>
                                 x3::repeat(0, GermanTuning::most_before_subject)[german_adjunct] >>
                                 german_mention[on_german_inverted];

// "hat der Minister die Lage als „…“ bezeichnet": the participle ends the clause.
constexpr auto helper_phrase = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  return phrase.is(PhraseKind::verb) && state.token(phrase.first).any(WordClass::auxiliary | WordClass::modal);
});
constexpr auto on_framed = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const cue = last_read(x3::_where(context).begin(), state);
  if (!may_be_subject(state)) return;
  if (!is_passive_helper(state, state.verb) || state.token(state.begin[state.verb].first).has(WordClass::modal)) {
    add_of_verb(state, cue, ReportingRule::subject_verb);
  } else if (has_key(state, cue, key_of("zitiert")) || has_key(state, cue, key_of("wiedergegeben"))) {
    state.add(ReportingRule::quoted_object, state.mention, cue);
  }
};
// "Der Minister: „…“", "Berg, Bürgermeister von Harrau: „…“"
constexpr auto on_german_label = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const& head = state.token(state.begin[state.mention.mention].last - 1);
  if (head.capital) state.add(ReportingRule::label, state.mention, last_read(x3::_where(context).begin(), state));
};
constexpr auto german_label = german_mention >> -in_brackets >> -(comma >> german_tied) >>
                              (colon >> &(-paragraph_break >> quotation_phrase))[on_german_label];

constexpr auto framed = (german_mention >> -in_brackets >> helper_phrase[on_german_verb] |
                         helper_phrase[on_german_verb] >>
                             x3::repeat(0, GermanTuning::most_before_subject)[german_adjunct] >> german_mention) >>
                        middle >> any_cue_phrase[on_framed];

// "wie der Minister sagte", "dass den Plan der Minister … nannte", "den der Minister … nannte": the verb ends a
// subordinate clause.
constexpr auto clause_opening =
    phrase_of(PhraseKind::that) | relative_pronoun | phrase_with([](Phrase const& phrase, ReportingState const& state) {
      return (phrase.is(PhraseKind::conjunction) || phrase.is(PhraseKind::preposition)) &&
             state.token(phrase.first).has(WordClass::subordinator);
    });
constexpr auto on_subordinate = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  if (may_be_subject(state))
    state.add(ReportingRule::subject_verb, state.mention, last_read(x3::_where(context).begin(), state));
};
constexpr auto subordinate = (clause_opening >> *adverb_phrase >> -object_phrase | comma >> object_phrase) >>
                             german_mention >> middle >> any_cue_phrase[on_subordinate];
// A relative pronoun, which is a determiner alone behind a comma, or "welcher".
constexpr auto german_relative =
    x3::raw[relative_pronoun | phrase_with([](Phrase const& phrase, ReportingState const&) {
              return phrase.is(PhraseKind::nominal) && phrase.last - phrase.first == 1;
            })][on_mention];
constexpr auto on_german_relative = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const& word = state.token(state.begin[state.mention.mention].first);
  if (may_be_subject(state) && word.any(WordClass::article | WordClass::relative))
    state.add(ReportingRule::relative, state.mention, last_read(x3::_where(context).begin(), state));
};
constexpr auto relative_verb = comma >> german_relative >> middle >> any_cue_phrase[on_german_relative];

// "wird von Kritikern als „…“ bezeichnet"
constexpr auto on_german_agent = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  auto const cue = last_read(x3::_where(context).begin(), state);
  for (auto i = state.mention.mention; i > 0 && state.mention.mention - i < GermanTuning::farthest_helper; --i) {
    if (state.begin[i - 1].is(PhraseKind::sentence_end)) return;
    if (is_passive_helper(state, i - 1)) return state.add(ReportingRule::passive_agent, state.mention, cue);
  }
};
constexpr auto german_agent =
    starts_with_any("von", "vom", "durch") >> german_mention >> middle >> any_cue_phrase[on_german_agent];

// "laut der Behörde", "nach Angaben der Behörde", "nach Meinung von Kritikern", "der Behörde zufolge"
constexpr auto on_before_mention = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  state.add(ReportingRule::according_to, state.mention, state.verb);
};
constexpr auto german_utterance = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  return phrase.is(PhraseKind::nominal) && state.token(phrase.last - 1).has(WordClass::utterance);
});
constexpr auto german_according = according[on_german_verb] >> german_mention[on_before_mention];
constexpr auto by_account = phrase_starting_with("nach")[on_german_verb] >> german_utterance >>
                            -starts_with_any("von", "vom") >> german_mention[on_before_mention];
constexpr auto by_behind = german_mention >> phrase_starting_with("zufolge")[on_german_verb][on_before_mention];

// "für die Ministerin ist das „…“", "zitiert die Zeitung den Minister"
constexpr auto on_for = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  if (state.token(state.begin[last_read(x3::_where(context).begin(), state)].first).has(WordClass::be))
    state.add(ReportingRule::according_to, state.mention, state.verb);
};
constexpr auto for_at_start = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  auto const i = state.index(phrase);
  if (state.token(phrase.first).key != key_of(U"für")) return false;
  return i == 0 || !(state.begin[i - 1].is(PhraseKind::comma) || state.begin[i - 1].can_speak());
});
constexpr auto for_somebody = for_at_start[on_german_verb] >> german_mention >> helper_phrase[on_for];
constexpr auto on_quoted = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  std::erase_if(*state.clauses, [&](ReportingClause const& other) { return other.cue == state.verb; });
  state.add(ReportingRule::quoted_object, state.mention, state.verb);
};
constexpr auto citing = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  if (!phrase.is(PhraseKind::cue)) return false;
  auto const key = state.token(phrase.first).key;
  return key == key_of("zitiert") || key == key_of("zitierte") || key == key_of("zitierten");
});
constexpr auto german_quoted_object = citing[on_german_verb] >>
                                      -((german_tied >> -quotation_phrase | quotation_phrase) >> &nominal_phrase) >>
                                      german_mention[on_quoted];

// "heißt es in der Erklärung", "in der Erklärung heißt es"
constexpr auto impersonal = phrase_with([](Phrase const& phrase, ReportingState const& state) {
  if (!phrase.is(PhraseKind::cue) && !phrase.is(PhraseKind::verb)) return false;
  auto const key = state.token(phrase.first).key;
  return key == key_of(U"heißt") || key == key_of(U"hieß") || key == key_of("steht") || key == key_of("stand") ||
         key == key_of("lautet") || key == key_of("lautete");
});
constexpr auto in_text = starts_with_any("in", "im", "aus", "auf", "bei", "von", "vom");
constexpr auto told_in = impersonal[on_german_verb] >> *adverb_phrase >> in_text >> german_mention[on_before_mention];
constexpr auto text_tells =
    in_text >> german_mention >> *adverb_phrase >> impersonal[on_german_verb][on_before_mention];

// "und sagte": of the subject before.
constexpr auto on_same_subject = [](auto& context) {
  auto& state = x3::get<ReportingState>(context).get();
  if (state.has_subject)
    state.add(ReportingRule::same_subject, state.subject, last_read(x3::_where(context).begin(), state));
};
constexpr auto same_subject = conjunction_phrase >> *adverb_phrase >> any_cue_phrase[on_same_subject];

constexpr auto german_part = -&german_according >> -&by_account >> -&by_behind >> -&for_somebody >>
                             -&german_quoted_object >> -&told_in >> -&text_tells >> -&german_agent >> -&relative_verb >>
                             -&subordinate >> -&framed >> -&same_subject >> -&german_label >> -&german_subject_verb >>
                             -&german_inverted >> (german_prepositional | german_tied | any_phrase);
constexpr auto german_sentence = *german_part;

}  // namespace quoth::grammar
