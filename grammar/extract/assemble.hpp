// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "grammar/speakers/judge.hpp"
#include "grammar/speakers/resolve.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// Assembles quotations from the marked spans and how each was classified.
class Assembly {
 public:
  Assembly(Document const& document, Tokens const& tokens, std::vector<Stretch> const& stretches,
           std::vector<Shape> const& shapes)
      : document_(document), tokens_(tokens), stretches_(stretches), shapes_(shapes), parts_(stretches.size()) {}

  void add(Scene const& scene, std::vector<Judgement> const& judgements);
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

  void join(Scene const& scene, Judgement const& before, Judgement const& judgement);
  static QuotationKind kind_of(Scene const& scene, Judgement const& judgement);
  static QuotationKind kind_of_no_speech(Shape const& shape);
  static Attribution attribution_of(Scene const& scene, Judgement const& judgement, Resolution resolution);
  // The span without its marks and without the label of a transcript.
  Span inside(std::size_t stretch) const {
    return {shapes_[stretch].words_start, tokens_[stretches_[stretch].close].first};
  }

  Document const& document_;
  Tokens const& tokens_;
  std::vector<Stretch> const& stretches_;
  std::vector<Shape> const& shapes_;
  std::vector<Part> parts_;
};

}  // namespace quoth::grammar
