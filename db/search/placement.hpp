// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

#include "db/index/shingle.hpp"
#include "db/search/edit_distance.hpp"
#include "db/search/query_words.hpp"

namespace quoth::db {

// A region of a source that matches words of the query: the words [first, last] of those given.
struct Region {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t worth = 0;  // of its words and word pairs that are in no better region
};

// Where a source matches the query, and how well.
struct Placement {
  std::vector<Region> regions;            // best first
  std::bitset<QueryWords::most> covered;  // words of the query that are in one of the regions
  double score = 0;                       // 1 - edit distance / words of the query, in [0, 1]
};

// Finds the regions of a source that match a query, with a sliding window over the query's words and word pairs, and
// scores them with the edit distance. Keeps its memory from call to call; use one per thread.
class PlacementFinder {
 public:
  Placement find(QueryWords const& query, std::span<text::HashedWord const> words);

 private:
  // An occurrence in the text of a word of the query.
  struct Hit {
    std::uint32_t at = 0;
    std::uint32_t number = 0;  // the word's number in the source
    // Slot in worth_ of the pair that begins here: the query's size plus the pair's number; twice the size for no pair.
    std::uint32_t pair = 0;
    QueryWords::Number word = 0;
  };

  std::span<std::uint32_t const> likely_hits(QueryWords const& query, std::span<text::HashedWord const> words);
  void find_hits(QueryWords const& query, std::span<text::HashedWord const> words);
  Region best_region(QueryWords const& query);
  void take(QueryWords const& query, Region const& region, Placement& placement);
  double score(QueryWords const& query, std::span<text::HashedWord const> words, std::vector<Region> const& regions);

  std::vector<std::uint32_t> likely_;
  std::vector<Hit> hits_;
  std::vector<std::uint32_t> worth_;  // by slot: of each word and pair found and in no region yet
  std::uint32_t left_ = 0;            // the sum of worth_
  std::vector<std::uint32_t> seen_;
  std::vector<QueryWords::Number> region_words_;
  EditDistance distance_;
};

}  // namespace quoth::db
