// SPDX-License-Identifier: MIT
#include "grammar/extract/plain_quotations.hpp"

#include <algorithm>

#include "grammar/extract/extract_tuning.hpp"
#include "grammar/extract/plain_speaker.hpp"
#include "grammar/marks/outer_text.hpp"
#include "grammar/marks/span_features.hpp"
#include "grammar/tokens/characters.hpp"

namespace quoth::grammar {

namespace {

// Scripts without blanks between words begin here, with the radicals of Chinese characters.
constexpr char32_t unspaced_script = 0x2E80;

class PlainReader {
 public:
  PlainReader(Document const& document, Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans)
      : document_(document),
        tokens_(tokens),
        marked_spans_(marked_spans),
        features_(features_of_spans(tokens, marked_spans)) {}

  std::vector<Quotation> read() {
    auto speakers = speakers_of_all();
    std::vector<int> quotation_of(marked_spans_.size(), -1);  // by marked span; -1 for none
    int last = -1;                                            // the quotation that the next span goes on with
    for (std::size_t i = 0; i < marked_spans_.size(); ++i) {
      auto const& marked_span = marked_spans_[i];
      auto const span = inside(i);
      if (span.empty()) continue;
      if (last >= 0 && marked_span.parent < 0) {
        quotations_[static_cast<std::size_t>(last)].segments.push_back(span);
      } else {
        add(i, span, std::move(speakers[i]));
        if (marked_span.parent >= 0)
          quotations_.back().inside = quotation_of[static_cast<std::size_t>(marked_span.parent)] + 1;
      }
      quotation_of[i] = last >= 0 && marked_span.parent < 0 ? last : static_cast<int>(quotations_.size()) - 1;
      if (marked_span.parent < 0) last = marked_span.carried_on ? quotation_of[i] : -1;
    }
    return std::move(quotations_);
  }

 private:
  std::vector<std::optional<Attribution>> speakers_of_all() const {
    std::vector<std::optional<Attribution>> speakers(marked_spans_.size());
    auto const outer = outer_texts(tokens_, marked_spans_);
    PlainSpeaker speaker(document_, outer.front().tokens);
    for (std::size_t i = 0; i < outer.front().tokens.size(); ++i) {
      auto const& token = outer.front().tokens[i];
      if (token.is(TokenKind::quotation)) speakers[token.key] = speaker.of(i);
    }
    return speakers;
  }

  void add(std::size_t i, Span span, std::optional<Attribution> speaker) {
    Quotation quotation;
    quotation.id = static_cast<int>(quotations_.size()) + 1;
    quotation.kind = kind_of(i, span, speaker.has_value());
    quotation.segments.push_back(span);
    quotation.attribution = std::move(speaker);
    quotation.block = marked_spans_[i].block;
    quotation.closed = marked_spans_[i].closed || marked_spans_[i].dash;
    quotations_.push_back(std::move(quotation));
  }

  QuotationKind kind_of(std::size_t i, Span span, bool has_speaker) const {
    auto const& own = features_[i];
    bool const whole = own.ending != Ending::none && own.ending != Ending::comma;
    if (marked_spans_[i].dash || marked_spans_[i].block || has_speaker ||
        (own.starts_capital && whole && own.words > 1))
      return QuotationKind::direct;
    auto const words = document_.text()[span.first] < unspaced_script ? own.words : span.size() / 2;
    if (words < ExtractTuning::least_plain) return QuotationKind::term;
    return own.starts_capital ? QuotationKind::direct : QuotationKind::partial;
  }

  // Between the marks, without the blanks that French puts there.
  Span inside(std::size_t i) const {
    Span span{features_[i].words_start, tokens_[marked_spans_[i].close].first};
    while (!span.empty() && is_space(document_.text()[span.first])) ++span.first;
    while (!span.empty() && is_space(document_.text()[span.last - 1])) --span.last;
    return span;
  }

  Document const& document_;
  Tokens const& tokens_;
  std::vector<MarkedSpan> const& marked_spans_;
  std::vector<SpanFeatures> features_;
  std::vector<Quotation> quotations_;
};

}  // namespace

std::vector<Quotation> plain_quotations(Document const& document, Tokens const& tokens,
                                        std::vector<MarkedSpan> const& marked_spans) {
  return PlainReader(document, tokens, marked_spans).read();
}

}  // namespace quoth::grammar
