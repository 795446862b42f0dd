// SPDX-License-Identifier: MIT
#include "grammar/speakers/classification.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "grammar/clauses/interruption.hpp"
#include "grammar/clauses/parsed_text.hpp"
#include "grammar/marks/marks.hpp"
#include "grammar/speakers/block_credit.hpp"
#include "grammar/speakers/non_speech.hpp"
#include "grammar/speakers/speakers_tuning.hpp"
#include "grammar/speakers/speech.hpp"

namespace quoth::grammar {

namespace {

using Tuned = ClassificationTuning;

// A hash of the first words of a marked span, by which a repeated term is recognised.
WordKey key_of_stretch(Tokens const& tokens, MarkedSpan const& marked_span) {
  auto key = empty_key;
  auto const last = std::min(marked_span.close, marked_span.open + Tuned::tokens_of_term);
  for (auto i = marked_span.open + 1; i < last; ++i) {
    if (tokens[i].is_word()) key = combine(key, tokens[i].key);
  }
  return key;
}

// The most probable candidates, one a mention, with their probabilities by a softmax over the scores; the most probable
// first. At least one, which may be empty.
std::vector<WeighedProposal> ranked(std::vector<WeighedProposal> const& candidates, Language language) {
  if (candidates.empty()) return {WeighedProposal{}};
  auto const& model = weights(language);
  std::vector<double> scores;
  scores.reserve(candidates.size());
  for (auto const& candidate : candidates) scores.push_back(model.score(candidate.features));
  auto const top = *std::ranges::max_element(scores);
  double sum = 0;
  for (auto& score : scores) sum += score = std::exp(score - top);
  std::vector<WeighedProposal> best;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    double same = 0;  // candidates with the same mention are one answer
    bool strongest = true;
    for (std::size_t j = 0; j < scores.size(); ++j) {
      if (candidates[j].proposal.mention != candidates[i].proposal.mention) continue;
      same += scores[j];
      strongest = strongest && (scores[j] < scores[i] || (scores[j] == scores[i] && j <= i));
    }
    if (!strongest) continue;
    best.push_back(candidates[i]);
    best.back().proposal.probability = same / sum;
  }
  std::ranges::stable_sort(best, std::ranges::greater{},
                           [](WeighedProposal const& each) { return each.proposal.probability; });
  return best;
}

// All but the first.
std::vector<Proposal> rivals_of(std::vector<WeighedProposal> const& best) {
  std::vector<Proposal> rivals;
  for (std::size_t i = 1; i < best.size() && best[i].proposal.probability >= Tuned::least_of_rival; ++i)
    rivals.push_back(best[i].proposal);
  return rivals;
}

// Whether the tag is in the next paragraph.
bool is_tagged_below(ParsedText const& parsed, Location location, Proposal const& speaker) {
  auto const behind = location.phrase + 1;
  bool const tag = speaker.rule == ReportingRule::subject_verb || speaker.rule == ReportingRule::verb_subject;
  if (!tag || parsed.span_features(location.phrase).ending != Ending::comma || behind >= parsed.phrases.size())
    return false;
  return parsed.phrase(behind).is(PhraseKind::paragraph_end) && std::min(speaker.mention, speaker.cue) == behind + 1;
}

// Whether the form leaves no doubt that somebody speaks.
bool is_speech_by_form(ParsedText const& parsed, Location location, Proposal const& speaker) {
  if (is_signed(parsed, location, speaker) || is_tagged_below(parsed, location, speaker)) return true;
  if (is_line_before(parsed, location, speaker) || is_pointed_at(parsed, location, speaker) ||
      is_below_name(parsed, location, speaker))
    return true;
  return speaker.rule == ReportingRule::clause_subject &&
         interruption_beside(parsed.outer_text.tokens, parsed.phrases, parsed.features_by_span, location.phrase);
}

// Whether it reports and is not a headline. Headlines are in the present and unsigned, so neither of these is one: “It
// will hold” – Okafor; Okafor said: “It will hold”.
bool is_told(ParsedText const& parsed, Location location, Proposal const& speaker) {
  if (is_signed(parsed, location, speaker)) return true;
  if (speaker.rule != ReportingRule::subject_verb || speaker.cue >= location.phrase ||
      location.phrase - speaker.cue > 2)
    return false;
  auto const& cue = parsed.token(parsed.phrase(speaker.cue).last - 1);
  auto const& before = parsed.phrase(location.phrase - 1);
  bool const announced = before.is(PhraseKind::colon) || before.is(PhraseKind::comma);
  return announced && cue.has(WordClass::speech) && cue.has(WordClass::past) && !cue.capital;
}

// Whether it is part of a headline or the like, which shows words but tells nothing.
bool is_headline(ParsedText const& parsed, Location location, Proposal const& speaker) {
  auto const& span_features = parsed.span_features(location.phrase);
  bool const told = speaker.mention != no_phrase && is_told(parsed, location, speaker);
  if (span_features.display) return span_features.block || !told;
  return !span_features.block && span_features.words <= Tuned::longest_in_headline &&
         parsed.is_headline(location.sentence) && !told;
}

// Whether it is a transcript printed with a mark at every turn: it has two labels or more.
bool is_transcript(ParsedText const& parsed) {
  return std::ranges::count_if(parsed.quotations(), [&](Location location) {
           return parsed.span_features(location.phrase).has_sure_label();
         }) > 1;
}

}  // namespace

std::vector<Classification> classify(ParsedText const& parsed, Tokens const& tokens,
                                     std::vector<MarkedSpan> const& marked_spans,
                                     ClassificationObserver const* observer) {
  std::vector<Classification> classifications;
  std::unordered_map<WordKey, bool> seen;
  Precedent precedent;
  SpeakerHistory history;
  bool const transcript = is_transcript(parsed);
  for (auto const location : parsed.quotations()) {
    auto candidates = proposals_for(parsed, location, precedent, history);
    bool const block = parsed.span_features(location.phrase).block;
    bool const display = parsed.span_features(location.phrase).display;
    if (display) {
      keep_in_paragraph(parsed, location, candidates);
    } else if (block) {
      keep_credited(parsed, location, candidates);
    }
    if (observer != nullptr) observer->candidates(parsed, location, candidates);
    Classification classification;
    classification.location = location;
    auto const best = ranked(candidates, parsed.outer_text.language);
    auto const& chosen = best.front();
    classification.speaker = chosen.proposal;
    classification.rivals = rivals_of(best);
    auto const key = key_of_stretch(tokens, marked_spans[parsed.marked_span(location.phrase)]);
    auto const before = seen.find(key);
    SpeechContext const context{before != seen.end(), before != seen.end() && before->second};
    auto const features = speech_features(parsed, location, classification.speaker, precedent, context);
    classification.speech = speech_probability(features, parsed.outer_text.language);
    if (transcript && classification.speaker.rule == ReportingRule::inner_label) classification.speech = 1;
    if (block) classification.speech = 1;
    if (classification.speaker.mention != no_phrase && is_speech_by_form(parsed, location, classification.speaker))
      classification.speech = std::max(classification.speech, Tuned::sure_speech);
    classification.confidence =
        weights(parsed.outer_text.language)
            .confidence(classification.speaker.probability, chosen.features, classification.speech, features);
    // A line that does nothing but name the source of a block leaves little doubt.
    if (block && classification.speaker.rule == ReportingRule::signature)
      classification.confidence = std::max(classification.confidence, Tuned::sure_signature);
    classification.is_headline = parsed.outer_text.inside < 0 && is_headline(parsed, location, classification.speaker);
    classification.is_title = !block && !display && is_title(parsed, location);
    classification.is_name = !block && !display &&
                             (is_name(parsed, location) || parsed.span_features(location.phrase).in_brackets ||
                              is_thought(parsed, location, classification.speaker) ||
                              is_scare_quote(parsed, location, classification.speaker));
    classification.is_speech = classification.speech >= Tuned::least_speech && !classification.is_headline &&
                               !classification.is_title && !classification.is_name;
    if (observer != nullptr) observer->speech(features, classification);
    seen.emplace(key, classification.is_speech);
    if (classification.is_speech) {
      precedent = {classification.speaker, location.phrase, location.sentence, true};
      ++history[head_of(parsed, classification.speaker.mention)];
    }
    classifications.push_back(classification);
  }
  return classifications;
}

}  // namespace quoth::grammar
