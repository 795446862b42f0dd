// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "match/align/passage.hpp"
#include "match/words/token_range.hpp"

namespace quoth::test {

// Turns of one transcript, or paragraphs of a document, with one stretch of their words in braces: "We will {not} sell.
// // Right." has two turns, of two speakers by turns.
class MarkedTurns {
 public:
  explicit MarkedTurns(std::string_view text, SourceKind kind = SourceKind::transcript);

  Candidate const& candidate() const { return candidate_; }
  match::Passage const& passage() const { return passage_; }
  // The words in braces.
  match::TokenRange marked() const { return marked_; }
  std::string words(match::TokenRange range) const { return passage_.tokens().stretch(range.first, range.last); }

 private:
  Candidate candidate_;
  match::Passage passage_;
  match::TokenRange marked_;
};

}  // namespace quoth::test
