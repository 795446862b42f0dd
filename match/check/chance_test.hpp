// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/check.hpp"
#include "match/check/reading.hpp"

namespace quoth::match {

// Decides whether words found prove anything: only where so close a passage would not be found by accident in what was
// searched. The claimed speaker's own words are a small haystack, those of the article's sources a smaller one, and the
// whole store the largest.
class ChanceTest {
 public:
  ChanceTest(CandidateSource const& candidate_source, SpeakerMatch const& speakers)
      : candidate_source_(candidate_source), speakers_(speakers) {}

  // The number of such places expected by accident. `quotation`: the words that the reading aligns.
  double chance(Reading const& reading, QuotedWords const& quotation) const;
  // The same in the whole store.
  double chance_anywhere(Reading const& reading, QuotedWords const& quotation) const;
  // Whether that is little enough. An accusation needs more than a clean verdict does, somebody else's words most.
  static bool proves(Reading const& reading, double chance, bool accuses);

 private:
  double words_of(std::string_view speaker, double all) const;

  CandidateSource const& candidate_source_;
  SpeakerMatch const& speakers_;
};

}  // namespace quoth::match
