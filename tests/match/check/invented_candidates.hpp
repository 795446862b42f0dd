// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/check/check.hpp"

namespace quoth::test {

// A few invented transcripts in memory, each wholly one window of a candidate; scored by shared words.
class InventedCandidates {
 public:
  // The transcripts of the data folder.
  InventedCandidates();
  explicit InventedCandidates(std::vector<Candidate> transcripts) : transcripts_(std::move(transcripts)) {}

  match::CandidateSource candidate_source() const;
  std::vector<Candidate> const& transcripts() const { return transcripts_; }
  // The same transcripts, handed out in the opposite order.
  InventedCandidates reversed() const;

 private:
  std::vector<Candidate> candidates(Query const& query) const;
  Coverage coverage(std::string_view speaker) const;

  std::vector<Candidate> transcripts_;
};

// A candidate of one turn.
Candidate one_turn(std::string text, std::string speaker = "Ada Quill");

// The finding for one quotation in a document of its own; " // " in it stands for a tag between two segments.
Finding check_one(std::string_view quotation, std::string_view speaker, match::CandidateSource const& candidate_source,
                  Policy const& policy = Policy(), std::string_view date = {});

// The classes of the first evidence's edits, parted by commas; "-" for none.
std::string classes_of(Finding const& finding);

}  // namespace quoth::test
