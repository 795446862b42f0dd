// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "shingle.hpp"

namespace quoth {

// Words of the query, remarks left out, and what each of its shingles is worth.
struct QueryWords {
  std::vector<std::uint64_t> hash;
  std::vector<double> single;  // worth of the word i
  std::vector<double> pair;    // worth of the words i, i + 1
  double total = 0;
};

// A stretch of a source where words of the query stand.
struct Place {
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;  // of the source, inclusive
  double worth = 0;             // of the shingles no better place of the source has
};

// The best places in the words of one source, best first, each worth something the ones before it have not.
std::vector<Place> find_places(QueryWords const& query, std::span<HashedWord const> words, std::size_t most);

}  // namespace quoth
