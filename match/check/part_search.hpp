// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "match/check/candidate_reader.hpp"
#include "match/check/quotation_part.hpp"

namespace quoth {

// A part of the quotation that was looked for alone.
struct FoundPart {
  TokenRange words;
  std::optional<Reading> reading;  // none where the part stands nowhere
};

// The parts that do not stand where the best reading of the whole is, in order: where each of them stands, or that it
// stands nowhere.
std::vector<FoundPart> find_parts_beside(Reading const& best, QuotedWords const& quotation, CandidateReader& reader);

// For a quotation that no place resembles: its parts, in order, where together those found are more than half of it;
// otherwise none.
std::vector<FoundPart> find_parts_alone(QuotedWords const& quotation, CandidateReader& reader);

}  // namespace quoth
