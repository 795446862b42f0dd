// SPDX-License-Identifier: MIT
#include "grammar/extract/assemble.hpp"

namespace quoth::grammar {

namespace {

// Whether the first quotation's tag is all that is between the two: “A,” she said. “B.”
bool is_split_by_tag(Scene const& scene, Judgement const& first, Judgement const& second) {
  auto const mention = first.speaker.mention;
  if (!first.is_speech || !second.is_speech || mention == no_phrase) return false;
  if (mention < first.place.phrase || mention > second.place.phrase || second.speaker.mention != mention) return false;
  auto const& tag = scene.sentences[first.place.sentence];
  auto const second_sentence = second.place.sentence;
  if (second_sentence == first.place.sentence) return second.place.phrase - first.place.phrase < 24;
  return second_sentence == first.place.sentence + 1 && second.place.phrase == tag.last &&
         scene.sentences[second_sentence].paragraph == tag.paragraph;
}

// Whether the sentence itself names the speaker, with a cue.
bool has_own_tag(Judgement const& judgement) {
  return judgement.speaker.cue != no_phrase && judgement.speaker.rule < ReportRule::owner;
}

}  // namespace

void Assembly::add(Scene const& scene, std::vector<Judgement> const& judgements) {
  People const people(scene);
  Resolver resolver(document_, scene, people);
  Judgement const* before = nullptr;
  for (auto const& judgement : judgements) {
    auto const index = scene.stretch(judgement.place.phrase);
    auto& part = parts_[index];
    part.kind = kind_of(scene, judgement);
    bool const spoken = judgement.is_speech || judgement.is_headline;
    if (spoken && judgement.speaker.mention != no_phrase)
      part.attribution = attribution_of(scene, judgement, resolver.resolve(judgement));
    part.tagged = has_own_tag(judgement);
    if (before != nullptr) join(scene, *before, judgement);
    before = &judgement;
  }
}

// Joins a marked span to the one before it where both are parts of one quotation.
void Assembly::join(Scene const& scene, Judgement const& before, Judgement const& judgement) {
  auto const earlier = scene.stretch(before.place.phrase);
  auto& part = parts_[scene.stretch(judgement.place.phrase)];
  auto const first_part = parts_[earlier].first_part >= 0 ? parts_[earlier].first_part : static_cast<int>(earlier);
  auto& first = parts_[static_cast<std::size_t>(first_part)];
  bool const new_speaker = judgement.speaker.rule == ReportRule::inner_label || (first.tagged && part.tagged);
  bool const carried = stretches_[earlier].carried_on && !new_speaker;
  if (!carried && !is_split_by_tag(scene, before, judgement)) return;
  if (carried && part.tagged) {  // the tag comes in a later paragraph of the quotation
    first.attribution = part.attribution;
    first.tagged = true;
  }
  part.first_part = first_part;
  part.kind = parts_[earlier].kind;
}

QuotationKind Assembly::kind_of(Scene const& scene, Judgement const& judgement) {
  auto const& shape = scene.shape(judgement.place.phrase);
  if (judgement.is_headline) return QuotationKind::headline;
  if (judgement.is_title) return QuotationKind::title;
  if (!judgement.is_speech) return kind_of_no_speech(shape);
  auto const at = judgement.place.phrase;
  auto const& sentence = scene.sentences[judgement.place.sentence];
  bool const introduced =
      at == sentence.first || scene.phrase(at - 1).is(PhraseKind::comma) || scene.phrase(at - 1).is(PhraseKind::colon);
  bool const whole = shape.ending != Ending::none || shape.has_sentence_end || introduced;
  return whole && shape.starts_capital && shape.words > 1 ? QuotationKind::direct : QuotationKind::partial;
}

QuotationKind Assembly::kind_of_no_speech(Shape const& shape) {
  constexpr int longest_term = 8;  // words
  if (shape.starts_capital && shape.words > 1 && shape.capitals + 1 >= shape.words - shape.functions)
    return QuotationKind::title;
  return shape.words <= longest_term ? QuotationKind::term : QuotationKind::other;
}

Attribution Assembly::attribution_of(Scene const& scene, Judgement const& judgement, Resolution resolution) {
  Attribution attribution;
  auto const& speaker = judgement.speaker;
  attribution.mention = resolution.mention;
  if (speaker.cue != no_phrase) {
    auto const& cue = scene.phrase(speaker.cue);
    attribution.cue = Span{scene.token(cue.first).first, scene.token(cue.last - 1).last};
  }
  attribution.speaker = std::move(resolution.speaker);
  attribution.aliases = std::move(resolution.aliases);
  attribution.via = std::move(resolution.via);
  attribution.reason = std::move(resolution.reason);
  attribution.rule = to_string(speaker.rule);
  attribution.confidence = judgement.confidence;
  return attribution;
}

std::vector<Quotation> Assembly::finish() {
  std::vector<Quotation> quotations;
  std::vector<int> quotation_of(stretches_.size(), -1);  // by marked span; -1 for none
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    auto const& stretch = stretches_[i];
    auto const span = inside(i);
    if (span.empty() || shapes_[i].words == 0) continue;
    auto const earlier = parts_[i].first_part;
    if (earlier >= 0 && quotation_of[static_cast<std::size_t>(earlier)] >= 0) {
      quotation_of[i] = quotation_of[static_cast<std::size_t>(earlier)];
      auto& quotation = quotations[static_cast<std::size_t>(quotation_of[i])];
      quotation.segments.push_back(span);
      quotation.closed = stretch.closed;
      continue;
    }
    Quotation quotation;
    quotation.id = static_cast<int>(quotations.size()) + 1;
    quotation.kind = parts_[i].kind;
    quotation.segments.push_back(span);
    quotation.attribution = parts_[i].attribution;
    quotation.closed = stretch.closed;
    if (stretch.parent >= 0) quotation.inside = quotation_of[static_cast<std::size_t>(stretch.parent)] + 1;
    quotation_of[i] = static_cast<int>(quotations.size());
    quotations.push_back(std::move(quotation));
  }
  return quotations;
}

}  // namespace quoth::grammar
