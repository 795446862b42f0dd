// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "db/search/staged_search.hpp"
#include "db/search/tie_breaker.hpp"

namespace quoth::db {

// Selects the chunks to read from the scores of a query (top-k selection).
class TopChunks {
 public:
  TopChunks(StagedSearch const& staged_search, TieBreaker const& tie_breaker)
      : staged_search_(staged_search), tie_breaker_(tie_breaker) {}

  // The chunks with the highest scores: at most `most`, and none below `share` of the best score. Ties at the end are
  // broken by preference.
  std::vector<std::uint32_t> select(double share, std::size_t most) const;
  // The same, and the best chunks for the parts of the query that the best chunk lacks, because a quotation may join
  // passages that are far apart.
  std::vector<std::uint32_t> select_with_rest(double share, std::size_t most) const;
  // The chunks with the highest scores that have at least `share` of the weight looked up: at most `most`, and of those
  // of `only` if that is not null. Where they are many, chunks that tie with the last of them are left out.
  std::vector<std::uint32_t> nearest(double share, std::size_t most, SpeakerChunks const* only) const;

 private:
  // The `most` highest scores from `least` on, and all that tie with the last of them, in falling order.
  std::vector<ChunkScore> best(std::uint32_t least, std::size_t most, SpeakerChunks const* only = nullptr) const;
  // The chunks with the highest score over parts of the query not in `explained`, in the order of the accumulators.
  std::vector<ChunkScore> best_outside(std::uint64_t explained) const;

  StagedSearch const& staged_search_;
  TieBreaker const& tie_breaker_;
};

}  // namespace quoth::db
