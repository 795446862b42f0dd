// SPDX-License-Identifier: MIT
#include "grammar/clauses/sentence.hpp"

#include "grammar/clauses/clauses_tuning.hpp"
#include "grammar/clauses/interruption.hpp"
#include "grammar/clauses/phrase.hpp"
#include "grammar/marks/span_features.hpp"

namespace quoth::grammar {

namespace {

using Tuned = SentenceTuning;

class SentenceSplitter {
 public:
  SentenceSplitter(Tokens const& tokens, Phrases const& phrases, std::vector<SpanFeatures> const& features_by_span,
                   Language language)
      : tokens_(tokens),
        phrases_(phrases),
        features_by_span_(features_by_span),
        is_german_(language == Language::german) {}

  std::vector<Sentence> split() const {
    std::vector<Sentence> sentences;
    std::uint32_t first = 0;
    std::uint32_t paragraph = 0;
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
      if (ends_after(i) || i + 1 - first >= Tuned::longest_sentence) {
        sentences.push_back({first, i + 1, paragraph});
        first = i + 1;
      }
      paragraph += phrases_[i].is(PhraseKind::paragraph_end);
    }
    if (first < phrases_.size()) sentences.push_back({first, static_cast<std::uint32_t>(phrases_.size()), paragraph});
    return sentences;
  }

 private:
  Phrase at(std::size_t i) const {
    return i < phrases_.size() ? phrases_[i] : Phrase{0, 0, PhraseKind::paragraph_end, CueForm::finite};
  }
  SpanFeatures const& span_features(Phrase const& quotation) const {
    return features_by_span_[tokens_[quotation.first].key];
  }
  bool is_capital(Phrase const& phrase) const { return phrase.last > phrase.first && tokens_[phrase.first].capital; }

  bool ends_after(std::uint32_t i) const {
    switch (phrases_[i].kind) {
      case PhraseKind::sentence_end:
        return true;
      case PhraseKind::paragraph_end:
        return !goes_on_after_paragraph(i);
      case PhraseKind::quotation:
        return quotation_ends_sentence(i);
      default:
        return false;
    }
  }

  bool goes_on_after_paragraph(std::uint32_t i) const {
    if (i == 0) return false;
    auto const& before = phrases_[i - 1];
    if (before.is(PhraseKind::comma)) return true;
    if (before.is(PhraseKind::colon)) return at(i + 1).is(PhraseKind::quotation);
    if (!before.is(PhraseKind::quotation) || span_features(before).ending != Ending::comma) return false;
    return is_tag(i + 1);
  }

  // "Okafor asked", "asked Okafor"
  bool is_tag(std::size_t i) const {
    if (at(i).is(PhraseKind::cue)) return at(i).form == CueForm::finite && at(i + 1).can_speak();
    if (!at(i).can_speak() || is_german_) return false;  // in German the verb stands before its subject
    auto next = i + 1;
    while (at(next).is(PhraseKind::adverb)) ++next;
    if (at(next).is(PhraseKind::comma)) return has_cue_after_comma(next);
    return at(next).is(PhraseKind::cue) && at(next).form == CueForm::finite;
  }

  // "Hugh Okafor, a doctor, said"
  bool has_cue_after_comma(std::size_t comma) const {
    for (auto i = comma + 1; i < comma + Tuned::cue_ahead; ++i) {
      if (at(i).is(PhraseKind::sentence_end)) return false;
      if (at(i).is(PhraseKind::comma) || at(i).is(PhraseKind::paragraph_end)) {
        if (at(i + 1).is(PhraseKind::cue)) return at(i + 1).form == CueForm::finite;
      }
    }
    return false;
  }

  bool quotation_ends_sentence(std::uint32_t i) const {
    auto const ending = span_features(phrases_[i]).ending;
    auto const next = at(i + 1);
    if (ending == Ending::none || ending == Ending::comma) return false;
    if (next.is(PhraseKind::quotation)) return true;
    if (next.is(PhraseKind::paragraph_end)) return false;
    if (!is_capital(next)) return false;
    if (ending == Ending::full_stop) return !is_short_tag(i + 1);
    if (ending == Ending::dash && interruption_of(tokens_, phrases_, features_by_span_, i)) return false;
    return !is_tag(i + 1);
  }

  // Whether the one who acts behind the quotation at `quotation` is spoken to: She began talking to Bob Lunt. “The
  // bridge is safe.” Bob nodded.
  bool is_hearer(std::size_t quotation) const {
    if (quotation < 3 || !phrases_[quotation - 1].is(PhraseKind::sentence_end) ||
        !phrases_[quotation - 2].is(PhraseKind::nominal) || !phrases_[quotation - 3].is(PhraseKind::preposition))
      return false;
    auto const preposition = tokens_[phrases_[quotation - 3].first].key;
    if (preposition != key_of("to") && preposition != key_of("with")) return false;
    auto const& hearer = phrases_[quotation - 2];
    for (auto i = hearer.first; i < hearer.last; ++i) {
      if (tokens_[i].capital && tokens_[i].key == tokens_[at(quotation + 1).first].key) return true;
    }
    return false;
  }

  // After a full stop, only a tag that is the whole sentence belongs to the quotation: “So be it.” Okafor said.
  bool is_short_tag(std::size_t i) const {
    return is_tag(i) && !is_hearer(i - 1) &&
           (at(i + 2).is(PhraseKind::sentence_end) || at(i + 2).is(PhraseKind::paragraph_end));
  }

  Tokens const& tokens_;
  Phrases const& phrases_;
  std::vector<SpanFeatures> const& features_by_span_;
  bool is_german_;
};

}  // namespace

std::vector<Sentence> sentences_of(Tokens const& tokens, Phrases const& phrases,
                                   std::vector<SpanFeatures> const& features_by_span, Language language) {
  return SentenceSplitter(tokens, phrases, features_by_span, language).split();
}

}  // namespace quoth::grammar
