// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "match/check/candidate_reader.hpp"
#include "match/check/quotation_part.hpp"

namespace quoth::match {

// A part of the quotation that was searched for separately.
struct FoundPart {
  TokenRange words;
  std::optional<Reading> reading;  // nothing where the part was not found
};

// The parts of the quotation that are not in the best reading of the whole, in order, each with the place where it was
// found, if any.
std::vector<FoundPart> find_parts_beside(Reading const& best, QuotedWords const& quotation, CandidateReader& reader);

// For a quotation that nothing resembles as a whole: its parts, in order, if those found make up more than half of it;
// otherwise empty.
std::vector<FoundPart> find_parts_alone(QuotedWords const& quotation, CandidateReader& reader);

}  // namespace quoth::match
