// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "match/check/reading.hpp"
#include "quoth/candidate.hpp"

namespace quoth::match {

// How probable it is that a place of the store resembles the quotation as much as this reading does by accident: the
// odds of the runs of words that both have, times the number of places where the next run could stand as near as it
// does. PhraseOdds::places of it is, in the manner of BLAST's E-value (S. Altschul et al., "Basic local alignment
// search tool", J. Mol. Biol. 215, 1990), the number of such places expected in what was searched.
PhraseOdds chance_of(Reading const& reading, QuotedWords const& quotation,
                     std::function<PhraseOdds(std::string_view, double, std::size_t)> const& odds);

}  // namespace quoth::match
