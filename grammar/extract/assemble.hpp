// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "grammar/marks/marks.hpp"
#include "grammar/marks/span_features.hpp"
#include "grammar/speakers/resolve.hpp"
#include "grammar/tokens/prose_token.hpp"
#include "grammar/works/cited_works.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// Assembles quotations from the marked spans and how each was classified.
class Assembly {
 public:
  Assembly(Document const& document, Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans,
           std::vector<SpanFeatures> const& features_by_span)
      : document_(document),
        tokens_(tokens),
        marked_spans_(marked_spans),
        features_by_span_(features_by_span),
        works_(document),
        parts_(marked_spans.size()) {}

  void add(ParsedText const& parsed, std::vector<Classification> const& classifications);
  // All quotations in the order of the text.
  std::vector<Quotation> finish();

 private:
  // What is known of one marked span.
  struct Part {
    QuotationKind kind = QuotationKind::other;
    std::optional<Attribution> attribution;
    int first_part = -1;  // the span that its quotation begins with; -1 if that is this one
    bool tagged = false;  // of a first span: a cue in the quotation's own sentences names the speaker
  };

  void join(ParsedText const& parsed, Classification const& before, Classification const& classification);
  void cite(ParsedText const& parsed, Classification const& classification, Part& part) const;
  static QuotationKind kind_of(ParsedText const& parsed, Classification const& classification);
  static QuotationKind kind_of_no_speech(SpanFeatures const& span_features);
  static Attribution attribution_of(ParsedText const& parsed, Classification const& classification, Resolver& resolver);
  // The span without its marks and without the label of a transcript.
  Span inside(std::size_t marked_span) const {
    return {features_by_span_[marked_span].words_start, tokens_[marked_spans_[marked_span].close].first};
  }

  Document const& document_;
  Tokens const& tokens_;
  std::vector<MarkedSpan> const& marked_spans_;
  std::vector<SpanFeatures> const& features_by_span_;
  CitedWorks works_;
  std::vector<Part> parts_;
};

}  // namespace quoth::grammar
