// SPDX-License-Identifier: MIT
#include "grammar/clauses/interruption.hpp"

#include "grammar/clauses/clauses_tuning.hpp"
#include "grammar/marks/span_features.hpp"

namespace quoth::grammar {

namespace {

using Tuned = SentenceTuning;

class InterruptionReader {
 public:
  InterruptionReader(Tokens const& tokens, Phrases const& phrases, std::vector<SpanFeatures> const& features_by_span)
      : tokens_(tokens), phrases_(phrases), features_by_span_(features_by_span) {}

  std::optional<Interruption> read(std::uint32_t quotation) const {
    auto i = quotation + 1;
    bool const dash_before = is(i, PhraseKind::dash);
    if (!dash_before && span_features(quotation).ending != Ending::dash) return std::nullopt;
    i += dash_before ? 1U : 0U;
    if (i >= phrases_.size() || !phrases_[i].can_speak()) return std::nullopt;
    Interruption found{quotation, i, 0, 0};
    while (is(++i, PhraseKind::adverb)) {
    }
    if (!is(i, PhraseKind::verb) && !is(i, PhraseKind::cue)) return std::nullopt;
    found.action = i;
    while (++i < phrases_.size() && i <= found.action + Tuned::longest_action && !ends(phrases_[i].kind)) {
    }
    if (!is(i, PhraseKind::dash) || !is(i + 1, PhraseKind::quotation) || !span_features(i + 1).starts_lower)
      return std::nullopt;
    found.second = i + 1;
    return found;
  }

 private:
  bool is(std::uint32_t i, PhraseKind kind) const { return i < phrases_.size() && phrases_[i].is(kind); }
  SpanFeatures const& span_features(std::uint32_t quotation) const {
    return features_by_span_[tokens_[phrases_[quotation].first].key];
  }
  static bool ends(PhraseKind kind) {
    return kind == PhraseKind::dash || kind == PhraseKind::quotation || kind == PhraseKind::colon ||
           kind == PhraseKind::semicolon || kind == PhraseKind::sentence_end || kind == PhraseKind::paragraph_end;
  }

  Tokens const& tokens_;
  Phrases const& phrases_;
  std::vector<SpanFeatures> const& features_by_span_;
};

}  // namespace

std::optional<Interruption> interruption_of(Tokens const& tokens, Phrases const& phrases,
                                            std::vector<SpanFeatures> const& features_by_span,
                                            std::uint32_t quotation) {
  return InterruptionReader(tokens, phrases, features_by_span).read(quotation);
}

std::optional<Interruption> interruption_beside(Tokens const& tokens, Phrases const& phrases,
                                                std::vector<SpanFeatures> const& features_by_span,
                                                std::uint32_t quotation) {
  if (auto after = interruption_of(tokens, phrases, features_by_span, quotation)) return after;
  if (quotation == 0 || !phrases[quotation - 1].is(PhraseKind::dash)) return std::nullopt;
  for (auto i = quotation; i > 0 && quotation - i < Tuned::longest_action + 6;) {
    --i;
    if (!phrases[i].is(PhraseKind::quotation)) continue;
    auto before = interruption_of(tokens, phrases, features_by_span, i);
    return before && before->second == quotation ? before : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace quoth::grammar
