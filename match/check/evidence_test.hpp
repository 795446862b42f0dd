// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "match/check/chance_test.hpp"
#include "match/check/claim.hpp"
#include "match/check/found_part.hpp"
#include "match/check/stretches.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// Decides which readings of a quotation are evidence, by chance, by who spoke and by when.
class EvidenceTest {
 public:
  EvidenceTest(Claim const& claim, Stretches const& stretches, Policy const& policy, SpeakerMatch const& speakers,
               CandidateSource const& candidate_source)
      : claim_(claim),
        stretches_(stretches),
        policy_(policy),
        speakers_(speakers),
        chances_(candidate_source, speakers) {}

  // The numbers of the stretches that stand in the passage of a reading of the whole quotation, rising.
  std::vector<std::size_t> stretches_in(Reading const& reading) const;
  // Whether a reading of the whole quotation is evidence. Notes in it whether a document quotes the claimed speaker
  // with it, of whom the store then holds what is quoted there.
  bool is_evidence(Reading& reading) const;
  // Whether the readings, best first, show that a phrase is the saying of one person, not an everyday one: it stands in
  // many sources, and nobody else uses it.
  bool is_saying_of_another(std::vector<Reading> const& readings) const;
  // The same of a reading of that stretch alone.
  bool is_evidence(Reading& reading, std::size_t stretch) const;
  // Whether the reading of a part of the quotation is evidence.
  bool is_evidence(FoundPart const& part) const;
  // Forgets the readings of parts that are none; all parts, if those left are not most of the quotation.
  void drop_accidents(std::vector<FoundPart>& parts) const;

  // The number of passages as close as the reading's that are expected by accident; see ChanceTest.
  double chance(Reading const& reading) const { return chances_.chance(reading, stretches_.whole()); }
  double chance(Reading const& reading, std::size_t stretch) const {
    return chances_.chance(reading, stretches_.words(stretch));
  }
  // Whether a dropped reading shows that the words are everyday words.
  bool is_everyday(Reading const& reading) const;
  // Whether a dropped reading, which accuses on too little evidence, has most of the words all the same: "nothing like
  // it in the store" would be wrong.
  bool is_likeness(Reading const& reading) const;
  // Whether a dropped reading is no accident, but of a source later than the article.
  bool is_of_later(Reading const& reading) const;

 private:
  bool is_quoted(Reading& reading) const;
  bool is_evidence_of_another(Reading const& reading, std::size_t words, double chance, bool accuses) const;
  bool accuses(Reading const& reading) const;

  Claim const& claim_;
  Stretches const& stretches_;
  Policy const& policy_;
  SpeakerMatch const& speakers_;
  ChanceTest chances_;
};

}  // namespace quoth::match
