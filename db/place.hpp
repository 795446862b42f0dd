// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "edit_distance.hpp"
#include "query_words.hpp"
#include "shingle.hpp"

namespace quoth {

// A stretch of a source where words of the query stand: the words [first, last] of those given.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t worth = 0;  // of the words and pairs of words that no better place of the source has
};

// Where the query stands in a source, and how much of it.
struct Placement {
  std::vector<Place> places;  // best first
  std::vector<bool> covered;  // the words of the query that stand in one of them
  double score = 0;           // share of the words and pairs found, in [0, 1]
};

// Keeps its memory from one call to the next.
class Placer {
 public:
  Placement place(QueryWords const& query, std::span<HashedWord const> words);

 private:
  // Where a slot of the query stands in the text: its word i is slot i, the pair of words that starts there size + i.
  struct Hit {
    std::uint32_t at = 0;
    std::uint32_t slot = 0;
  };

  double score(QueryWords const& query, std::span<HashedWord const> words, std::vector<Place> const& places);
  void find_hits(QueryWords const& query, std::span<HashedWord const> words);
  Place best_place(std::uint32_t size, std::span<HashedWord const> words);

  std::vector<Hit> hits_;
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint8_t> worth_;
  std::vector<std::uint64_t> stretch_;
  EditDistance distance_;
};

}  // namespace quoth
