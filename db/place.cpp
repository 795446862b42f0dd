// SPDX-License-Identifier: MIT
#include "place.hpp"

#include <algorithm>

namespace quoth {

namespace {

constexpr std::size_t most_places = 4;
// A pair says more than two words apart from each other.
constexpr std::uint8_t word_worth = 1;
constexpr std::uint8_t pair_worth = 2;
constexpr std::uint32_t margin = 3;  // words on either side of a place that may belong to the quotation

}  // namespace

void Placer::find_hits(QueryWords const& query, std::span<HashedWord const> words) {
  hits_.clear();
  auto const size = query.size();
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    for (auto i = query.find(words[at].hash); i != QueryWords::none; i = query.next(i)) {
      hits_.push_back({at, i});
      if (i + 1 < size && at + 1 < words.size() && words[at + 1].hash == query[i + 1]) hits_.push_back({at, size + i});
    }
  }
}

// Slides a stretch a little longer than the query over the hits; what counts is which slots it holds, each once.
Place Placer::best_place(std::uint32_t size, std::span<HashedWord const> words) {
  auto const reach = size + size / 4 + 2;
  seen_.assign(worth_.size(), 0);
  Place best;
  std::uint32_t sum = 0;
  std::size_t first = 0;
  for (auto const& hit : hits_) {
    for (; words[hit.at].number - words[hits_[first].at].number >= reach; ++first)
      if (--seen_[hits_[first].slot] == 0) sum -= worth_[hits_[first].slot];
    if (seen_[hit.slot]++ == 0) sum += worth_[hit.slot];
    if (sum > best.worth) best = {hits_[first].at, hit.at, sum};
  }
  return best;
}

double Placer::score(QueryWords const& query, std::span<HashedWord const> words, std::vector<Place> const& places) {
  auto in_order = places;
  std::ranges::sort(in_order, {}, &Place::first);
  stretch_.clear();
  std::uint32_t next = 0;
  for (auto const& place : in_order) {
    auto const end = std::min<std::uint32_t>(place.last + 1 + margin, static_cast<std::uint32_t>(words.size()));
    for (next = std::max(next, place.first - std::min(place.first, margin)); next < end; ++next)
      stretch_.push_back(words[next].hash);
  }
  auto const most = query.size() * EditDistance::word;
  return 1 - static_cast<double>(distance_.measure(query, stretch_)) / most;
}

Placement Placer::place(QueryWords const& query, std::span<HashedWord const> words) {
  Placement placement;
  auto const size = query.size();
  placement.covered.assign(size, false);
  find_hits(query, words);
  worth_.assign(size, word_worth);
  worth_.resize(size + size - 1, pair_worth);
  // Words here and there are no place, unless the query has no more: two pairs in a row are.
  auto const least = std::min<std::uint32_t>(3 * word_worth + 2 * pair_worth, size * word_worth);
  while (placement.places.size() < most_places) {
    auto place = best_place(size, words);
    if (place.worth < least) break;
    for (auto const& hit : hits_) {
      if (hit.at < place.first || hit.at > place.last) continue;
      if (hit.slot < size) placement.covered[hit.slot] = true;
      worth_[hit.slot] = 0;
    }
    placement.places.push_back(place);
  }
  if (!placement.places.empty()) placement.score = score(query, words, placement.places);
  return placement;
}

}  // namespace quoth
