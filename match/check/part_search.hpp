// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/check/found_part.hpp"

namespace quoth::match {

class CandidateReader;

// The parts of the quotation's tokens `within` that are not in the best reading of the whole, in order, each with the
// place where it was found, if any.
std::vector<FoundPart> find_parts_beside(Reading const& best, QuotedWords const& quotation, TokenRange within,
                                         CandidateReader& reader);

// For a quotation that nothing resembles as a whole: its parts, in order, if those found make up more than half of it;
// otherwise empty.
std::vector<FoundPart> find_parts_alone(QuotedWords const& quotation, CandidateReader& reader);

}  // namespace quoth::match
