// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "match/place/passage_place.hpp"
#include "match/place/place_claim.hpp"
#include "match/place/whole_sources.hpp"
#include "match/words/token_range.hpp"
#include "quoth/candidate.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// A passage that the words were found in, and its text.
struct PlacedPassage {
  SourceRecord const* source = nullptr;
  SourceStretch stretch;
  std::string text;
};

// `used`: the passage's tokens; where there are none its stretch has no words.
PlacedPassage placed_passage(SourceRecord const& source, Passage const& passage, TokenRange used);

// What came of comparing the claim with equally good passages.
struct PlaceFinding {
  std::size_t best = 0;             // the passage that is where the article says, else the first
  std::optional<Edit> misplaced{};  // where no passage is, and every source has places of that kind
};

// Compares the place that an article claims with where the words stand.
class PlaceCheck {
 public:
  PlaceCheck(WholeSources const& sources, Policy const& policy) : sources_(sources), policy_(policy) {}

  // Sets the number of the paragraph, of a document.
  void number_paragraph(Evidence& evidence, SourceRecord const& source) const;
  // `passages`: equally good ones, at least one. The same words elsewhere in the first one's source count too.
  PlaceFinding compare(PlaceClaim const& claim, std::vector<PlacedPassage> const& passages) const;

 private:
  std::shared_ptr<SourceOutline const> outline_of(SourceRecord const& source) const;
  bool stands_there_too(PlaceClaim const& claim, PlacedPassage const& passage) const;

  WholeSources const& sources_;
  Policy const& policy_;
};

// Adds the edit to the evidence, behind all its words. `quote_bytes`: of the quotation's segments joined by blanks.
void add_misplaced(Edit edit, std::size_t quote_bytes, Evidence& evidence);

}  // namespace quoth::match
