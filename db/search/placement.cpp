// SPDX-License-Identifier: MIT
#include "db/search/placement.hpp"

#include <algorithm>

#include "db/search/search_tuning.hpp"
namespace quoth::db {

namespace {

using Tuned = PlacementTuning;

}  // namespace

// Filters without a branch: most words are not in the query, and a branch on that would often be mispredicted.
std::span<std::uint32_t const> PlacementFinder::likely_hits(QueryWords const& query,
                                                            std::span<text::HashedWord const> words) {
  if (likely_.size() < words.size()) likely_.resize(words.size());
  std::size_t count = 0;
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    likely_[count] = at;
    count += query.may_hold(words[at].hash) ? 1 : 0;
  }
  return {likely_.data(), count};
}

void PlacementFinder::find_hits(QueryWords const& query, std::span<text::HashedWord const> words) {
  auto const size = query.size();
  auto const no_pair = 2 * size;
  hits_.clear();
  worth_.assign(no_pair + 1, 0);
  left_ = 0;
  auto const add = [&](std::uint32_t slot, std::uint32_t worth) {
    if (worth_[slot] == 0) left_ += worth;
    worth_[slot] = worth;
  };
  for (auto const at : likely_hits(query, words)) {
    auto const word = query.find(words[at].hash);
    if (word == QueryWords::none) continue;
    add(word, query.count(word) * Tuned::word_worth);
    if (!hits_.empty() && hits_.back().at + 1 == at) {
      auto const pair = query.find_pair(hits_.back().word, word);
      if (pair != QueryWords::none) add(hits_.back().pair = size + pair, query.pair_count(pair) * Tuned::pair_worth);
    }
    hits_.push_back({at, words[at].number, no_pair, word});
  }
}

// Slides a window a little longer than the query over the hits. A window is worth the sum over the distinct words and
// pairs in it, each weighted by how often the query has it. The region goes
// on while the next word is one that the query repeats.
Region PlacementFinder::best_region(QueryWords const& query) {
  auto const size = query.size();
  auto const reach = size + size / 4 + 2;
  seen_.assign(worth_.size(), 0);
  Region best;
  std::uint32_t sum = 0;
  auto* seen = seen_.data();
  auto const* worth = worth_.data();
  auto const enter = [&](std::uint32_t slot) { sum += seen[slot]++ == 0 ? worth[slot] : 0; };
  auto const leave = [&](std::uint32_t slot) { sum -= --seen[slot] == 0 ? worth[slot] : 0; };
  auto const* first = hits_.data();
  for (auto const& hit : hits_) {
    for (; hit.number - first->number >= reach; ++first) {
      leave(first->word);
      leave(first->pair);
    }
    enter(hit.word);
    enter(hit.pair);
    if (sum > best.worth) {
      best = {first->at, hit.at, sum};
    } else if (first->at == best.first && hit.at == best.last + 1 && seen[hit.word] > 1 &&
               seen[hit.word] <= query.count(hit.word)) {
      best.last = hit.at;
    }
  }
  return best;
}

// Words and pairs of this region count in no later one.
void PlacementFinder::take(QueryWords const& query, Region const& region, Placement& placement) {
  for (auto const& hit : hits_) {
    if (hit.at < region.first || hit.at > region.last || worth_[hit.word] + worth_[hit.pair] == 0) continue;
    for (auto i = hit.word; i != QueryWords::none; i = query.next(i)) placement.covered.set(i);
    left_ -= worth_[hit.word] + worth_[hit.pair];
    worth_[hit.word] = worth_[hit.pair] = 0;
  }
  placement.regions.push_back(region);
}

double PlacementFinder::score(QueryWords const& query, std::span<text::HashedWord const> words,
                              std::vector<Region> const& regions) {
  auto in_order = regions;
  std::ranges::sort(in_order, {}, &Region::first);
  region_words_.clear();
  std::uint32_t next = 0;
  for (auto const& region : in_order) {
    auto const end = std::min<std::uint32_t>(region.last + 1 + Tuned::margin, static_cast<std::uint32_t>(words.size()));
    for (next = std::max(next, region.first - std::min(region.first, Tuned::margin)); next < end; ++next)
      region_words_.push_back(query.find(words[next].hash));
  }
  auto const most = query.size() * EditDistance::word;
  return 1 - static_cast<double>(distance_.measure(query.numbers(), region_words_)) / most;
}

Placement PlacementFinder::find(QueryWords const& query, std::span<text::HashedWord const> words) {
  Placement placement;
  find_hits(query, words);
  // A region needs at least three words that form two pairs; scattered words are not enough, unless the query itself is
  // shorter.
  auto const least = std::min(3 * Tuned::word_worth + 2 * Tuned::pair_worth, query.size() * Tuned::word_worth);
  while (placement.regions.size() < Tuned::most_regions && left_ >= least) {
    auto const region = best_region(query);
    if (region.worth < least) break;
    take(query, region, placement);
  }
  if (!placement.regions.empty()) placement.score = score(query, words, placement.regions);
  return placement;
}

}  // namespace quoth::db
