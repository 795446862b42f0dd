// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "db/search/election.hpp"
#include "db/search/preference.hpp"

namespace quoth {

// Selects the chunks to read from the scores of a query (top-k selection).
class Nomination {
 public:
  Nomination(Election const& election, Preference const& preference) : election_(election), preference_(preference) {}

  // The chunks with the highest scores: at most `most`, and none below `share` of the best score. Ties at the end are
  // broken by preference.
  std::vector<std::uint32_t> leaders(double share, std::size_t most) const;
  // The same, and the best chunks for the parts of the query that the best chunk lacks, because a quotation may join
  // passages that are far apart.
  std::vector<std::uint32_t> leaders_and_rest(double share, std::size_t most) const;

 private:
  std::vector<Votes> best(double share, std::size_t most) const;
  // The chunks with the highest score over parts of the query not in `explained`, in the order of the accumulators.
  std::vector<Votes> best_outside(std::uint64_t explained) const;

  Election const& election_;
  Preference const& preference_;
};

}  // namespace quoth
