// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "match/check/check.hpp"
#include "match/check/reading.hpp"

namespace quoth::match {

// Fetches candidates from the store and aligns the quotation with those that can matter.
class CandidateReader {
 public:
  // `may_be_unnamed`: whether a source that names nobody may be the claimed speaker's. Asked only where it matters, as
  // the store has to read all names for it.
  CandidateReader(CandidateSource const& candidate_source, SpeakerMatch& speakers, TieBreak const& ties,
                  std::function<bool()> may_be_unnamed)
      : candidate_source_(candidate_source),
        speakers_(speakers),
        ties_(ties),
        may_be_unnamed_(std::move(may_be_unnamed)) {}

  // The readings that resemble the quotation, best first, without those too poor to be shown beside the best. They must
  // not outlive this reader.
  std::vector<Reading> read(QuotedWords const& quotation);
  // The best reading of a part of the quotation, not by another speaker, and with at least `least_support`; nothing if
  // there is none.
  std::optional<Reading> read_part(QuotedWords const& part, double least_support);

  // The numbers of the sources that would rank higher if they were favoured: all that were fetched except `best`, which
  // already comes first for the whole quotation. Nothing if favouring sources could also bring in candidates that were
  // not fetched.
  std::optional<std::vector<std::int64_t>> rivals_of(std::int64_t best) const;

 private:
  std::vector<Candidate> const& fetch(QuotedWords const& quotation);
  double least_score_of_others() const;
  bool can_matter(Candidate const& candidate) const;
  void note(Reading const& reading);

  CandidateSource const& candidate_source_;
  SpeakerMatch& speakers_;
  TieBreak const& ties_;
  std::function<bool()> may_be_unnamed_;
  std::vector<std::string> searches_;  // the words looked for; a stretch is looked for twice, with other rules
  std::deque<std::vector<Candidate>> candidates_;  // of each, in the same order
  double needed_score_ = 0;  // candidates with a lower score cannot be better than the readings found
};

}  // namespace quoth::match
