// SPDX-License-Identifier: MIT
#include "db/search/top_chunks.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>

#include "db/search/search_tuning.hpp"
namespace quoth::db {

namespace {

using Tuned = SelectionTuning;

// A match of a single part (a 64th of the query) is too weak as evidence.
bool is_two_parts_or_more(std::uint64_t parts) { return (parts & (parts - 1)) != 0; }

bool scores_higher(ChunkScore const& a, ChunkScore const& b) {
  return std::tuple(b.weight, a.chunk) < std::tuple(a.weight, b.chunk);
}

}  // namespace

std::vector<ChunkScore> TopChunks::best(std::uint32_t least, std::size_t most, SpeakerChunks const* only) const {
  auto const& scores = staged_search_.scores();
  std::vector<ChunkScore> top;
  std::vector<std::uint32_t> weights;  // the `most` highest so far, a heap with the least of them in front
  for (auto const& score : scores.all()) {
    if (score.weight * 2 < least || (only != nullptr && !only->hold(score.chunk))) continue;
    auto const both = scores.with_neighbour(score, least);
    if (both.weight < least) continue;
    top.push_back(both);
    weights.push_back(both.weight);
    std::ranges::push_heap(weights, std::greater());
    if (weights.size() <= most) continue;
    std::ranges::pop_heap(weights, std::greater());
    weights.pop_back();
    least = std::max(least, weights.front());
  }
  if (top.size() > most) std::erase_if(top, [&](ChunkScore const& score) { return score.weight < least; });
  std::sort(top.begin(), top.end(), scores_higher);
  return top;
}

std::vector<std::uint32_t> TopChunks::select(double share, std::size_t most) const {
  auto const top = best(std::max(static_cast<std::uint32_t>(staged_search_.best().weight * share), 1U), most);
  std::vector<std::uint32_t> chunks;
  for (std::size_t i = 0; i < top.size() && chunks.size() < most;) {
    std::vector<std::uint32_t> equal;
    auto const weight = top[i].weight;
    for (; i < top.size() && top[i].weight == weight; ++i) equal.push_back(top[i].chunk);
    auto picked = tie_breaker_.pick(equal, most - chunks.size());
    chunks.insert(chunks.end(), picked.begin(), picked.end());
  }
  return chunks;
}

std::vector<std::uint32_t> TopChunks::nearest(double share, std::size_t most, SpeakerChunks const* only) const {
  auto const least = share * static_cast<double>(staged_search_.weight_read());
  auto top = best(std::max(static_cast<std::uint32_t>(least), 1U), most, only);
  auto const is_last = [&](ChunkScore const& score) { return score.weight == top.back().weight; };
  auto const ties = top.size() > most ? std::ranges::find_if(top, is_last) : top.end();
  std::vector<std::uint32_t> chunks;
  std::transform(top.begin(), ties == top.begin() ? top.end() : ties, std::back_inserter(chunks),
                 [](ChunkScore const& score) { return score.chunk; });
  if (chunks.size() <= most) return chunks;
  std::ranges::sort(chunks);
  return tie_breaker_.pick(chunks, most);
}

std::vector<ChunkScore> TopChunks::best_outside(std::uint64_t explained) const {
  std::vector<ChunkScore> best;
  std::uint32_t most = 0;
  for (auto const& score : staged_search_.scores().all()) {
    if (score.weight < most || !is_two_parts_or_more(score.parts & ~explained)) continue;
    auto const weight = score.weight_outside(explained);
    if (weight < most) continue;
    if (weight > most) best.clear();
    most = weight;
    best.push_back(score);
  }
  return best;
}

std::vector<std::uint32_t> TopChunks::select_with_rest(double share, std::size_t most) const {
  auto chunks = select(share, most);
  auto explained = staged_search_.best().parts;
  for (int round = 0; round < 2; ++round) {
    auto const best = best_outside(explained);
    if (best.empty()) break;
    std::vector<std::uint32_t> equal(best.size());
    std::ranges::transform(best, equal.begin(), &ChunkScore::chunk);
    std::ranges::sort(equal);
    auto picked = tie_breaker_.pick(equal, Tuned::most_for_rest);
    chunks.insert(chunks.end(), picked.begin(), picked.end());
    explained |= best.back().parts;
  }
  return chunks;
}

}  // namespace quoth::db
