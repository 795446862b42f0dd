// SPDX-License-Identifier: MIT
#include "grammar/speakers/speech.hpp"

#include <algorithm>
#include <cmath>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/non_speech.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;

std::uint32_t size_grade(std::uint32_t words) {
  if (words < 6) return words;
  return words < 8 ? 6U : words < 11 ? 7U : words < 16 ? 8U : words < 26 ? 9U : 10U;
}

// Bins the kinds of neighbouring phrases.
std::uint32_t neighbour_group(PhraseKind kind) {
  switch (kind) {
    case PhraseKind::nominal:
      return 2;
    case PhraseKind::pronoun:
    case PhraseKind::relative:
      return 3;
    case PhraseKind::cue:
    case PhraseKind::according:
      return 4;
    case PhraseKind::verb:
    case PhraseKind::adverb:
      return 5;
    case PhraseKind::preposition:
      return 6;
    case PhraseKind::conjunction:
      return 7;
    case PhraseKind::that:
      return 8;
    case PhraseKind::comma:
      return 9;
    case PhraseKind::colon:
      return 10;
    case PhraseKind::dash:
    case PhraseKind::open_bracket:
    case PhraseKind::close_bracket:
      return 11;
    case PhraseKind::quotation:
      return 12;
    default:
      return 13;
  }
}

class SpeechReader {
 public:
  SpeechReader(ParsedText const& parsed, Location location, Proposal const& speaker, Precedent const& precedent,
               SpeechContext const& context)
      : parsed_(parsed),
        at_(location.phrase),
        sentence_(location.sentence),
        speaker_(speaker),
        precedent_(precedent),
        context_(context),
        span_features_(parsed.span_features(location.phrase)) {}

  Features read() {
    inside();
    around();
    auto const size = span_features_.words < 3 ? 0U : span_features_.words < 6 ? 1U : 2U;
    features_.add(FeatureGroup::attributive, (modifies() * 4U + cue_place()) * 3U + size);
    said_by();
    return features_;
  }

 private:
  void inside() {
    auto const words = size_grade(span_features_.words);
    auto const start = span_features_.starts_capital ? 0U : span_features_.starts_lower ? 1U : 2U;
    features_.add(FeatureGroup::bias, 0);
    if (parsed_.outer_text.language == Language::german)
      features_.add(FeatureGroup::mood, 6U + parsed_.is_reported(sentence_));
    features_.add(FeatureGroup::words, words);
    features_.add(FeatureGroup::words_start, std::min(words, 7U) * 3U + start);
    features_.add(
        FeatureGroup::verb_inside,
        ((span_features_.has_finite_verb * 2U + span_features_.has_sentence_end) * 2U + span_features_.has_comma) * 2U +
            (span_features_.functions > 0));
    features_.add(
        FeatureGroup::person_inside,
        (span_features_.has_first_person * 2U + span_features_.has_second_person) * 2U + span_features_.is_handle);
    auto const content = static_cast<std::uint32_t>(std::max(1, span_features_.words - span_features_.functions));
    auto const share = std::min(3U, (span_features_.capitals + span_features_.starts_capital) * 3U / content);
    features_.add(FeatureGroup::capitals,
                  (share * 2U + span_features_.starts_capital) * 2U + (span_features_.words > 1));
    features_.add(FeatureGroup::repeated, context_.repeated * 2U + context_.repeats_speech);
    auto const look = title_look(span_features_);
    auto const ending = span_features_.ending == Ending::none                                                  ? 0U
                        : span_features_.ending == Ending::comma || span_features_.ending == Ending::full_stop ? 1U
                                                                                                               : 2U;
    auto const naming = announcement_before(parsed_, at_);
    if (look != starts_lower || naming == by_name || naming == by_known_as)
      features_.add(FeatureGroup::naming, (naming * 4U + look) * 3U + ending);
    if (look > starts_capital)
      features_.add(FeatureGroup::title_before, (look * 16U + word_before(parsed_, at_)) * 2U + (ending > 0));
  }

  std::uint32_t group_at(std::uint32_t i) const {
    return i < parsed_.phrases.size() ? neighbour_group(parsed_.phrase(i).kind) : 13U;
  }

  void around() {
    auto const before = at_ == 0 || parsed_.phrase(at_ - 1).is(PhraseKind::paragraph_end) ? 0U : before_group();
    auto const after = group_at(at_ + 1);
    features_.add(FeatureGroup::before_after, before * 14U + after);
    features_.add(FeatureGroup::ending_next, static_cast<std::uint32_t>(span_features_.ending) * 8U + next_group());
    features_.add(FeatureGroup::before_word, word_before(parsed_, at_));
    bool const same_sentence = precedent_.quotation != no_phrase && precedent_.sentence == sentence_;
    auto const link = !same_sentence                    ? 0U
                      : at_ - precedent_.quotation == 1 ? 1U
                      : at_ - precedent_.quotation <= 3 ? 2U
                                                        : 3U;
    features_.add(FeatureGroup::neighbour, (same_sentence * 2U + precedent_.is_speech) * 4U + link);
  }

  // Whether the quotation modifies a noun, as in "the “zero-risk” policy": 0 no, 1 yes, 2 yes, with a determiner or
  // owner.
  std::uint32_t modifies() const {
    if (at_ + 1 >= parsed_.phrases.size() || span_features_.ending != Ending::none) return 0;
    auto const& next = parsed_.phrase(at_ + 1);
    if (!next.is(PhraseKind::nominal) || parsed_.token(next.first).any(determiner | WordClass::possessive)) return 0;
    auto const first = parsed_.phrase(at_).first;
    if (first == 0 || !parsed_.token(first - 1).is_word()) return 0;
    return parsed_.token(first - 1).any(determiner | WordClass::possessive) || parsed_.token(first - 1).possessive ? 2
                                                                                                                   : 1;
  }

  // Where the cue of the speaker is: none, right before, farther before, after.
  std::uint32_t cue_place() const {
    if (speaker_.mention == no_phrase || speaker_.cue == no_phrase || speaker_.rule >= ReportingRule::continued)
      return 0;
    return speaker_.cue > at_ ? 3U : at_ - speaker_.cue <= 2 ? 1U : 2U;
  }

  // A class of the phrase before; a determiner alone is a class of its own: "the “rebels”".
  std::uint32_t before_group() const {
    auto const& phrase = parsed_.phrase(at_ - 1);
    if (phrase.is(PhraseKind::nominal) && parsed_.token(phrase.last - 1).any(determiner | possessive)) return 1;
    return neighbour_group(phrase.kind);
  }

  std::uint32_t next_group() const {
    if (at_ + 1 >= parsed_.phrases.size()) return 7;
    auto const& next = parsed_.phrase(at_ + 1);
    switch (next.kind) {
      case PhraseKind::comma:
        return 0;
      case PhraseKind::sentence_end:
        return 1;
      case PhraseKind::paragraph_end:
        return 2;
      case PhraseKind::nominal:
      case PhraseKind::pronoun:
        return parsed_.token(next.first).capital ? 3 : 4;
      case PhraseKind::cue:
      case PhraseKind::verb:
        return 5;
      case PhraseKind::preposition:
        return 6;
      default:
        return 7;
    }
  }

  void said_by() {
    if (speaker_.mention == no_phrase) return;
    auto const rule = static_cast<std::uint32_t>(speaker_.rule);
    auto const location = speaker_.cue == no_phrase ? speaker_.mention : speaker_.cue;
    auto const gap = location < at_ ? at_ - location : location - at_;
    auto const grade = gap < 4 ? gap : gap < 7 ? 4U : gap < 12 ? 5U : gap < 20 ? 6U : 7U;
    features_.add(FeatureGroup::said_by, rule * 8U + grade);
    auto const kind = static_cast<std::uint32_t>(mention_kind(parsed_, speaker_.mention));
    features_.add(FeatureGroup::speaker_kind, kind * 2U + (speaker_.cue != no_phrase));
    features_.add(FeatureGroup::score, std::min(9U, static_cast<std::uint32_t>(speaker_.probability * 10)));
    if (speaker_.cue == no_phrase || speaker_.rule == ReportingRule::continued) return;
    auto const& cue = parsed_.phrase(speaker_.cue);
    if (!cue.is(PhraseKind::cue)) return;
    auto const& word = parsed_.token(cue.last - 1);
    auto const cue_class = word.has(speech) ? 0U : word.has(verdict) ? 1U : word.has(thought) ? 2U : 3U;
    features_.add(FeatureGroup::cue_class,
                  (speaker_.cue > at_) * 25U + cue_class * cue_forms + static_cast<std::uint32_t>(cue.form));
  }

  ParsedText const& parsed_;
  std::uint32_t at_;
  std::uint32_t sentence_;
  Proposal const& speaker_;
  Precedent const& precedent_;
  SpeechContext const& context_;
  SpanFeatures const& span_features_;
  Features features_;
};

}  // namespace

Features speech_features(ParsedText const& parsed, Location location, Proposal const& speaker,
                         Precedent const& precedent, SpeechContext const& context) {
  return SpeechReader(parsed, location, speaker, precedent, context).read();
}

double speech_probability(Features const& features, Language language) {
  return 1 / (1 + std::exp(-weights(language).score(features)));
}

}  // namespace quoth::grammar
