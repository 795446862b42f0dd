// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "match/check/reading.hpp"
#include "quoth/candidate.hpp"

namespace quoth::match {

// The natural logarithm of the probability that a given place of the store resembles the quotation as much as this
// reading does by accident: the odds of the runs of words that both have, times the number of places where the next run
// could stand as near as it does. In the manner of BLAST (https://www.ncbi.nlm.nih.gov/BLAST/tutorial/Altschul-1.html),
// times the words of what was searched it is the number of such places expected by accident.
double log_chance(Reading const& reading, QuotedWords const& quotation,
                  std::function<PhraseOdds(std::string_view)> const& odds);

// The number of places expected by accident among `words` words; at most all of them.
double places_expected(double log_chance, double words);

}  // namespace quoth::match
