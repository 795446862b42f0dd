// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "match/place/passage_place.hpp"
#include "match/place/place_match.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

struct PlaceComparison {
  PlaceMatch match = PlaceMatch::unknown;
  std::string right_place;  // of a wrong one: "page 4", "section 3.1", "13:09"
};

// Compares each number of the claim with the source's; wrong if one of them is.
PlaceComparison compare_place(ClaimedPlace const& claimed, SourceStretch const& passage, SourceOutline const& outline);

}  // namespace quoth::match
