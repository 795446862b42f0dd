// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <vector>

#include "quoth/check.hpp"
#include "reading.hpp"

namespace quoth {

// Fetches candidates from the library and reads the quotation against those that matter.
class CandidateReader {
 public:
  CandidateReader(Library const& library, SpeakerMatch& speakers, TieBreak const& ties)
      : library_(library), speakers_(speakers), ties_(ties) {}

  // The readings that resemble the quotation, best first. They live as long as this reader.
  std::vector<Reading> read(QuotedWords const& quotation);

 private:
  bool can_matter(Candidate const& candidate) const;
  void note(Reading const& reading);

  Library const& library_;
  SpeakerMatch& speakers_;
  TieBreak const& ties_;
  std::deque<std::vector<Candidate>> candidates_;
  double needed_score_ = 0;  // below it a candidate cannot be better than what was read
};

}  // namespace quoth
