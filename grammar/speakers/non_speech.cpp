// SPDX-License-Identifier: MIT
// What stands between marks and is not said by anybody: titles, names, inscriptions, thoughts.
#include "grammar/speakers/non_speech.hpp"

#include <algorithm>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/proposal.hpp"
#include "grammar/speakers/speakers_tuning.hpp"
#include "grammar/tokens/section_name.hpp"

namespace quoth::grammar {

using enum WordClass;
using Tuned = NonSpeechTuning;

std::uint32_t title_look(SpanFeatures const& span_features) {
  if (!span_features.starts_capital) return starts_lower;
  if (span_features.words == 1) return one_capital;
  return span_features.capitals + 1 + span_features.functions >= span_features.words && span_features.capitals > 0
             ? all_capitals
             : starts_capital;
}

std::uint32_t announcement_before(ParsedText const& parsed, std::uint32_t phrase) {
  auto at = parsed.phrase(phrase).first;
  if (at == 0 || !parsed.token(at - 1).is_word()) return nothing;
  if (at > 2 && parsed.token(at - 1).has(article) && parsed.token(at - 2).key == key_of("as")) --at;  // "known as the"
  auto const& word = parsed.token(at - 1);
  if (word.has(so_called)) return by_name;
  if (word.has(work)) return by_work;
  if (word.has(of)) return at > 1 && parsed.token(at - 2).any(work | maker) ? by_maker : nothing;
  if (word.possessive) return word.capital ? by_owner : nothing;
  if (word.key == key_of("on")) return by_on;
  if (word.key == key_of("told") || word.key == key_of("tells")) return by_told;
  if (word.key == key_of("in")) return by_in;
  if (word.key == key_of("to")) return by_to;
  if (word.key != key_of("as")) return nothing;
  for (auto i = at - 1; i > 0 && at - i < Tuned::announcement_back && parsed.token(i).is_word(); --i) {
    if (parsed.token(i - 1).has(so_called)) return by_known_as;
  }
  return nothing;
}

namespace {

// Whether it is a named work, written like a title though there may be a verb in it: "in his book “Forty Years of
// Rails”", "she sang “Carry Me Over the River”".
bool is_named_work(ParsedText const& parsed, Location location) {
  auto const& span_features = parsed.span_features(location.phrase);
  if (span_features.words < Tuned::fewest_of_work || span_features.capitals < Tuned::fewest_capitals_of_work ||
      span_features.has_sentence_end || title_look(span_features) != all_capitals)
    return false;
  auto at = parsed.phrase(location.phrase).first;
  if (at == 0 || parsed.token(at).title_case) return false;
  if (at > 1 && parsed.token(at - 1).is(TokenKind::comma) && parsed.token(at - 2).has(work)) --at;  // "his book, “…”"
  if (!parsed.token(at - 1).is_word()) return false;
  auto const& word = parsed.token(at - 1);
  return word.has(work) || word.key == key_of("sang") || word.key == key_of("sings") || word.key == key_of("sing") ||
         word.key == key_of("singing");
}

// "told CNN’s “Morning Ferry”"
bool is_programme(ParsedText const& parsed, Location location) {
  auto const& span_features = parsed.span_features(location.phrase);
  auto const at = parsed.phrase(location.phrase).first;
  if (at == 0 || span_features.words < 2 || title_look(span_features) != all_capitals) return false;
  auto const& owner = parsed.token(at - 1);
  return owner.possessive && (owner.all_capitals || owner.has(outlet));
}

// A line of its own that is Written Like This.
bool is_quoted_heading(ParsedText const& parsed, Location location) {
  auto const& span_features = parsed.span_features(location.phrase);
  auto const& sentence = parsed.sentences[location.sentence];
  bool const alone = sentence.first == location.phrase && sentence.last == location.phrase + 2 &&
                     parsed.phrase(sentence.last - 1).is(PhraseKind::paragraph_end) &&
                     (sentence.first == 0 || parsed.phrase(sentence.first - 1).is(PhraseKind::paragraph_end));
  return alone && span_features.label.empty() && span_features.words >= Tuned::fewest_of_heading &&
         title_look(span_features) == all_capitals && !span_features.has_sentence_end && !span_features.has_comma;
}

// "under the heading “What We Found”"
bool is_section_name(ParsedText const& parsed, Location location) {
  auto const& span_features = parsed.span_features(location.phrase);
  auto const at = parsed.phrase(location.phrase).first;
  return span_features.starts_capital && !span_features.has_sentence_end &&
         span_features.words <= Tuned::longest_name && before_section_name(parsed.outer_text.tokens, at) != at;
}

// "Ferdinand “Ferdie” Lunt"
bool is_nickname(ParsedText const& parsed, Location location) {
  auto const at = location.phrase;
  auto const& span_features = parsed.span_features(at);
  if (at == 0 || at + 1 >= parsed.phrases.size() || span_features.words > Tuned::longest_nickname ||
      span_features.ending != Ending::none || span_features.starts_lower)
    return false;
  auto const& before = parsed.phrase(at - 1);
  auto const& after = parsed.phrase(at + 1);
  if (!before.is(PhraseKind::nominal) || !after.is(PhraseKind::nominal)) return false;
  auto const& given = parsed.token(before.last - 1);
  return given.has(given_name) && given.capital && !given.possessive && parsed.token(after.first).capital;
}

// Whether the words stand on a thing or are a slogan: "a sign that read “…”", "his slogan, “…”", "chants of “…”".
bool is_inscription(ParsedText const& parsed, Location location) {
  auto i = parsed.phrase(location.phrase).first;
  if (i > 0 && (parsed.token(i - 1).is(TokenKind::comma) || parsed.token(i - 1).is(TokenKind::colon))) --i;
  for (auto const last = i - std::min(i, Tuned::inscription_back); i > last; --i) {
    auto const& word = parsed.token(i - 1);
    if (word.has(inscription)) return true;
    if (!word.is_word() || !word.any(be | that | relative | of | WordClass::speech | so_called | article | preposition))
      return false;
    if (word.has(WordClass::speech) && word.key != key_of("reading") && word.key != key_of("read") &&
        word.key != key_of("reads") && word.key != key_of("saying") && word.key != key_of("said") &&
        word.key != key_of("says"))
      return false;
  }
  return false;
}

}  // namespace

bool is_title(ParsedText const& parsed, Location location) {
  auto const& span_features = parsed.span_features(location.phrase);
  if (is_named_work(parsed, location) || is_programme(parsed, location) || is_quoted_heading(parsed, location) ||
      is_section_name(parsed, location))
    return true;
  if (parsed.outer_text.language == Language::german) return false;  // every noun has a capital
  if (span_features.words < Tuned::fewest_of_title || !span_features.starts_capital || span_features.has_finite_verb ||
      span_features.has_sentence_end)
    return false;
  if (span_features.capitals + 1 + span_features.functions < span_features.words ||
      span_features.capitals + 1 < Tuned::fewest_capitals_of_title)
    return false;
  if (parsed.first_token(location.phrase).title_case || location.phrase == parsed.sentences[location.sentence].first)
    return false;
  auto const& before = parsed.phrase(location.phrase - 1);
  if (before.is(PhraseKind::comma) || before.is(PhraseKind::colon) || before.is(PhraseKind::quotation)) return false;
  if (!before.is(PhraseKind::cue)) return true;
  auto const& cue = parsed.token(before.last - 1);
  return cue.key == key_of("wrote") || cue.key == key_of("published") || cue.has(WordClass::so_called);
}

// Whether it is what somebody or something is called: "is known to all as “Corny”", "is titled “The Weight of Sound”",
// "was nicknamed “the Hammer” by them". "Called" alone counts only before words written like a title.
bool is_name(ParsedText const& parsed, Location location) {
  if (is_nickname(parsed, location) || is_inscription(parsed, location)) return true;
  auto const& span_features = parsed.span_features(location.phrase);
  auto const naming = announcement_before(parsed, location.phrase);
  if (span_features.words > Tuned::longest_name || location.phrase == 0 || (naming != by_name && naming != by_known_as))
    return false;
  auto const& word = parsed.token(parsed.phrase(location.phrase).first - 1);
  if (naming == by_known_as) return true;
  if (word.key == key_of("so-called") || word.key == key_of("nickname") || word.key == key_of("moniker")) return true;
  if (word.key == key_of("nicknamed") || word.key == key_of("titled") || word.key == key_of("entitled")) return true;
  auto const& cue = parsed.phrase(location.phrase - 1);
  bool const passive = cue.is(PhraseKind::cue) && cue.form == CueForm::passive;
  return passive && (word.key == key_of("called") || word.key == key_of("named")) &&
         title_look(span_features) == all_capitals;
}

bool is_thought(ParsedText const& parsed, Location location, Proposal const& speaker) {
  if (speaker.cue == no_phrase || speaker.rule > ReportingRule::same_subject) return false;
  auto const& cue = parsed.token(parsed.phrase(speaker.cue).last - 1);
  if (cue.key != key_of("thought") && cue.key != key_of("think") && cue.key != key_of("thinks")) return false;
  if (speaker.cue > location.phrase) return true;
  auto const& before = parsed.phrase(location.phrase - 1);
  bool const introduced = before.is(PhraseKind::comma) || before.is(PhraseKind::colon);
  return introduced && parsed.span_features(location.phrase).starts_capital;
}

namespace {

// "Ferries are “cuties”": a thing is something, and no verb reports.
bool is_called_by_writer(ParsedText const& parsed, Location location, Proposal const& speaker) {
  bool const bare = speaker.rule == ReportingRule::bare_subject || speaker.rule == ReportingRule::clause_subject;
  auto const at = location.phrase;
  if (!bare || at == 0 || speaker.mention > at || !parsed.phrase(at - 1).is(PhraseKind::verb) ||
      !parsed.token(parsed.phrase(at - 1).last - 1).has(be))
    return false;
  auto const kind = mention_kind(parsed, speaker.mention);
  return kind == MentionKind::noun || kind == MentionKind::mass;
}

}  // namespace

bool is_scare_quote(ParsedText const& parsed, Location location, Proposal const& speaker) {
  auto const& span_features = parsed.span_features(location.phrase);
  auto const at = parsed.phrase(location.phrase).first;
  if (at == 0 || span_features.words > Tuned::longest_scare_quote || !span_features.starts_lower) return false;
  if (parsed.outer_text.language == Language::german) return false;  // the model knows the mood, which tells more
  if (is_called_by_writer(parsed, location, speaker)) return true;
  if (span_features.ending != Ending::none) return false;
  auto const next = location.phrase + 1;
  if (parsed.token(at - 1).possessive && next < parsed.phrases.size()) {
    auto const& noun = parsed.first_token(next);
    bool const cue_noun = parsed.phrase(next).is(PhraseKind::cue) && noun.has(base);
    bool const owned = speaker.rule == ReportingRule::owner && parsed.phrase(next).is(PhraseKind::nominal);
    return !noun.capital && (cue_noun || owned);
  }
  return speaker.rule >= ReportingRule::continued && parsed.token(at - 1).any(article | demonstrative);
}

}  // namespace quoth::grammar
