// SPDX-License-Identifier: MIT
#include "place.hpp"

#include <algorithm>
#include <unordered_map>

namespace quoth {

namespace {

// Where a shingle of the query stands in the text.
struct Hit {
  std::uint32_t at = 0;    // index in the words
  std::uint32_t slot = 0;  // i for the word i of the query, size + i for the pair that starts there
};

std::vector<Hit> find_hits(QueryWords const& query, std::span<HashedWord const> words) {
  std::unordered_multimap<std::uint64_t, std::uint32_t> places;
  for (std::uint32_t i = 0; i < query.hash.size(); ++i) places.emplace(query.hash[i], i);
  auto size = static_cast<std::uint32_t>(query.hash.size());
  std::vector<Hit> hits;
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    auto [first, last] = places.equal_range(words[at].hash);
    for (; first != last; ++first) {
      auto i = first->second;
      hits.push_back({at, i});
      if (i + 1 < size && at + 1 < words.size() && words[at + 1].hash == query.hash[i + 1])
        hits.push_back({at, size + i});
    }
  }
  return hits;
}

}  // namespace

std::vector<Place> find_places(QueryWords const& query, std::span<HashedWord const> words, std::size_t most) {
  auto hits = find_hits(query, words);
  auto size = static_cast<std::uint32_t>(query.hash.size());
  std::vector<double> worth(query.single);
  worth.insert(worth.end(), query.pair.begin(), query.pair.end());
  auto const reach = size + size / 4 + 2;  // words the quotation may stand in
  std::vector<Place> places;
  while (places.size() < most) {
    std::vector<std::uint32_t> seen(worth.size());
    double sum = 0, best = 0;
    std::size_t best_first = 0, best_last = 0, first = 0;
    for (std::size_t last = 0; last < hits.size(); ++last) {
      for (; words[hits[last].at].number - words[hits[first].at].number >= reach; ++first)
        if (--seen[hits[first].slot] == 0) sum -= worth[hits[first].slot];
      if (seen[hits[last].slot]++ == 0) sum += worth[hits[last].slot];
      if (sum > best + 1e-9) best = sum, best_first = first, best_last = last;
    }
    if (best <= query.total * 0.08) break;
    places.push_back({words[hits[best_first].at].number, words[hits[best_last].at].number, best});
    for (auto i = best_first; i <= best_last; ++i) worth[hits[i].slot] = 0;
  }
  return places;
}

}  // namespace quoth
