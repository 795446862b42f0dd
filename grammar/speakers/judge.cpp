// SPDX-License-Identifier: MIT
#include "grammar/speakers/judge.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "grammar/clauses/interruption.hpp"
#include "grammar/speakers/speech.hpp"

namespace quoth::grammar {

namespace {

// In words. Headlines quote a few; a line without a full stop that quotes more is a standfirst or a caption.
constexpr std::uint16_t longest_in_headline = 25;
// The probability of speech where the form of the text says so.
constexpr double sure_speech = 0.98;

// A hash of the first words of a marked span, by which a repeated term is recognised.
WordKey key_of_stretch(Tokens const& tokens, Stretch const& stretch) {
  constexpr std::uint32_t words_looked_at = 12;  // tokens
  auto key = empty_key;
  auto const last = std::min(stretch.close, stretch.open + words_looked_at);
  for (auto i = stretch.open + 1; i < last; ++i) {
    if (tokens[i].is_word()) key = combine(key, tokens[i].key);
  }
  return key;
}

// The most probable candidate, with its probability by a softmax over the scores; an empty one if there is none.
WeighedProposal choose(std::vector<WeighedProposal> const& candidates) {
  WeighedProposal best;
  if (candidates.empty()) return best;
  auto const& model = weights();
  std::vector<double> scores;
  scores.reserve(candidates.size());
  for (auto const& candidate : candidates) scores.push_back(model.score(candidate.features));
  auto const top = *std::ranges::max_element(scores);
  double sum = 0;
  for (auto& score : scores) sum += score = std::exp(score - top);
  double most = -1;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    double same = 0;  // candidates with the same mention are one answer
    double strongest = 0;
    for (std::size_t j = 0; j < scores.size(); ++j) {
      if (candidates[j].proposal.mention != candidates[i].proposal.mention) continue;
      same += scores[j];
      strongest = std::max(strongest, scores[j]);
    }
    if (same < most || scores[i] < strongest) continue;
    most = same;
    best = candidates[i];
  }
  best.proposal.probability = most / sum;
  return best;
}

// Whether the tag is in the next paragraph.
bool is_tagged_below(Scene const& scene, Scene::Place place, Proposal const& speaker) {
  auto const behind = place.phrase + 1;
  bool const tag = speaker.rule == ReportRule::subject_verb || speaker.rule == ReportRule::verb_subject;
  if (!tag || scene.shape(place.phrase).ending != Ending::comma || behind >= scene.phrases.size()) return false;
  return scene.phrase(behind).is(PhraseKind::paragraph_end) && std::min(speaker.mention, speaker.cue) == behind + 1;
}

// Whether the form leaves no doubt that somebody speaks.
bool is_speech_by_form(Scene const& scene, Scene::Place place, Proposal const& speaker) {
  if (is_signed(scene, place, speaker) || is_tagged_below(scene, place, speaker)) return true;
  if (is_line_before(scene, place, speaker)) return true;
  return speaker.rule == ReportRule::clause_subject &&
         interruption_beside(scene.narrative.tokens, scene.phrases, scene.shapes, place.phrase);
}

// Whether it reports and is not a headline. Headlines are in the present and unsigned, so neither of these is one: “It
// will hold” – Okafor; Okafor said: “It will hold”.
bool is_told(Scene const& scene, Scene::Place place, Proposal const& speaker) {
  if (is_signed(scene, place, speaker)) return true;
  if (speaker.rule != ReportRule::subject_verb || speaker.cue >= place.phrase || place.phrase - speaker.cue > 2)
    return false;
  auto const& cue = scene.token(scene.phrase(speaker.cue).last - 1);
  bool const announced = scene.phrase(place.phrase - 1).is(PhraseKind::colon);
  return announced && cue.any(WordClass::speech) && cue.has(WordClass::past) && !cue.title_case;
}

// Whether it is a transcript printed with a mark at every turn: it has two labels or more.
bool is_transcript(Scene const& scene) {
  return std::ranges::count_if(scene.quotations(),
                               [&](Scene::Place place) { return scene.shape(place.phrase).has_sure_label(); }) > 1;
}

}  // namespace

std::vector<Judgement> judge(Scene const& scene, Tokens const& tokens, std::vector<Stretch> const& stretches,
                             JudgeObserver const* observer) {
  std::vector<Judgement> judgements;
  std::unordered_map<WordKey, bool> seen;
  Precedent precedent;
  SpeakerHistory history;
  bool const transcript = is_transcript(scene);
  for (auto const place : scene.quotations()) {
    auto candidates = proposals_for(scene, place, precedent, history);
    if (observer != nullptr) observer->candidates(scene, place, candidates);
    Judgement judgement;
    judgement.place = place;
    auto const chosen = choose(candidates);
    judgement.speaker = chosen.proposal;
    auto const key = key_of_stretch(tokens, stretches[scene.stretch(place.phrase)]);
    auto const before = seen.find(key);
    SpeechContext const context{before != seen.end(), before != seen.end() && before->second};
    auto const features = speech_features(scene, place, judgement.speaker, precedent, context);
    judgement.speech = speech_probability(features);
    if (transcript && judgement.speaker.rule == ReportRule::inner_label) judgement.speech = 1;
    if (is_speech_by_form(scene, place, judgement.speaker)) judgement.speech = std::max(judgement.speech, sure_speech);
    judgement.confidence =
        weights().confidence(judgement.speaker.probability, chosen.features, judgement.speech, features);
    judgement.is_headline = scene.narrative.inside < 0 && scene.shape(place.phrase).words <= longest_in_headline &&
                            scene.is_headline(place.sentence) && !is_told(scene, place, judgement.speaker);
    judgement.is_title = is_title(scene, place);
    judgement.is_name = is_name(scene, place) || scene.shape(place.phrase).in_brackets;
    judgement.is_speech =
        judgement.speech >= 0.5 && !judgement.is_headline && !judgement.is_title && !judgement.is_name;
    if (observer != nullptr) observer->speech(features, judgement);
    seen.emplace(key, judgement.is_speech);
    if (judgement.is_speech) {
      precedent = {judgement.speaker, place.phrase, place.sentence, true};
      ++history[head_of(scene, judgement.speaker.mention)];
    }
    judgements.push_back(judgement);
  }
  return judgements;
}

}  // namespace quoth::grammar
