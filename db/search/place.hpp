// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

#include "db/index/shingle.hpp"
#include "db/search/edit_distance.hpp"
#include "db/search/query_words.hpp"

namespace quoth {

// A stretch of a source where words of the query stand: the words [first, last] of those given.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t worth = 0;  // of the words and pairs of words that no better place of the source has
};

// Where the query stands in a source, and how much of it.
struct Placement {
  std::vector<Place> places;              // best first
  std::bitset<QueryWords::most> covered;  // the words of the query that stand in one of them
  double score = 0;                       // share of the words and pairs found, in [0, 1]
};

// Keeps its memory from one call to the next.
class Placer {
 public:
  Placement place(QueryWords const& query, std::span<HashedWord const> words);

 private:
  // A word of the query in the text.
  struct Hit {
    std::uint32_t at = 0;
    std::uint32_t number = 0;  // in the source
    std::uint32_t pair =
        0;  // that it begins: the query's size more than its number; twice the size where it begins none
    QueryWords::Number word = 0;
  };

  std::span<std::uint32_t const> likely_hits(QueryWords const& query, std::span<HashedWord const> words);
  void find_hits(QueryWords const& query, std::span<HashedWord const> words);
  Place best_place(std::uint32_t size);
  void take(QueryWords const& query, Place const& place, Placement& placement);
  double score(QueryWords const& query, std::span<HashedWord const> words, std::vector<Place> const& places);

  std::vector<std::uint32_t> likely_;
  std::vector<Hit> hits_;
  std::vector<std::uint32_t> worth_;  // of each word and pair of the query that stands in the text and in no place yet
  std::uint32_t left_ = 0;            // worth of all
  std::vector<std::uint32_t> seen_;
  std::vector<QueryWords::Number> stretch_;
  EditDistance distance_;
};

}  // namespace quoth
