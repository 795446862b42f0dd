// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "db/search/election.hpp"
#include "db/search/preference.hpp"

namespace quoth {

// Says which chunks are worth reading after an election.
class Nomination {
 public:
  Nomination(Election const& election, Preference const& preference) : election_(election), preference_(preference) {}

  // The chunks with the most votes, at most so many, and none with less than that share of the leader's. Where too many
  // have the same, the preferred ones of them.
  std::vector<std::uint32_t> leaders(double share, std::size_t most) const;
  // A quotation may be stitched from places far apart: also the best chunks for what the leader does not explain.
  std::vector<std::uint32_t> leaders_and_rest(double share, std::size_t most) const;

 private:
  std::vector<Votes> best(double share, std::size_t most) const;
  // Those with the most weight from parts of the query that are not explained, in the order of the ballot.
  std::vector<Votes> best_outside(std::uint64_t explained) const;

  Election const& election_;
  Preference const& preference_;
};

}  // namespace quoth
