// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "match/check/check.hpp"
#include "match/check/reading.hpp"

namespace quoth {

// Fetches candidates from the library and reads the quotation against those that matter.
class CandidateReader {
 public:
  CandidateReader(Library const& library, SpeakerMatch& speakers, TieBreak const& ties)
      : library_(library), speakers_(speakers), ties_(ties) {}

  // The readings that resemble the quotation, best first, without those that cost too much to be named beside the
  // best. They live as long as this reader.
  std::vector<Reading> read(QuotedWords const& quotation);
  // The best reading of a part of the quotation that is not somebody else's and has so much support, if there is one.
  std::optional<Reading> read_part(QuotedWords const& part, double least_support);

  // The sources read that would rank higher if they were favoured: all but `best`, which comes first for the whole
  // quotation. Nothing where favoured sources might be read that were not.
  std::optional<std::vector<std::int64_t>> rivals_of(std::int64_t best) const;

 private:
  std::vector<Candidate> const& fetch(QuotedWords const& quotation);
  bool can_matter(Candidate const& candidate) const;
  void note(Reading const& reading);

  Library const& library_;
  SpeakerMatch& speakers_;
  TieBreak const& ties_;
  std::deque<std::vector<Candidate>> candidates_;
  double needed_score_ = 0;  // below it a candidate cannot be better than what was read
};

}  // namespace quoth
