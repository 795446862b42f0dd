// SPDX-License-Identifier: MIT
#include "db/search/chunk_scores.hpp"

#include <algorithm>
#include <bit>

namespace quoth::db {

std::uint32_t ChunkScore::weight_outside(std::uint64_t others) const {
  auto const outside = static_cast<std::uint64_t>(std::popcount(parts & ~others));
  return outside == 0 ? 0
                      : static_cast<std::uint32_t>(weight * outside / static_cast<std::uint64_t>(std::popcount(parts)));
}

void ChunkScores::clear() {
  // A sparse table is cleared entry by entry.
  if (size_ * 8 < slots_.size()) {
    for (auto const& score : all()) {
      auto slot = hash(score.chunk) & (slots_.size() - 1);
      while (slots_[slot] != 0) slots_[slot] = 0, slot = (slot + 1) & (slots_.size() - 1);
    }
  } else {
    slots_.assign(slots_.size(), 0);
  }
  size_ = 0;
}

void ChunkScores::make_room(std::size_t chunks) {
  if (size_ + chunks > scores_.size()) scores_.resize(std::max(size_ + chunks, scores_.size() * 2));
  while ((size_ + chunks) * 2 > slots_.size()) grow();
}

void ChunkScores::add(std::span<std::uint32_t const> chunks, std::uint32_t weight, std::uint64_t part, bool admit) {
  if (admit) make_room(chunks.size());
  auto const mask = slots_.size() - 1;
  auto* const slots = slots_.data();
  auto* const all = scores_.data();
  auto size = size_;
  for (auto chunk : chunks) {
    auto slot = hash(chunk) & mask;
    while (slots[slot] != 0 && all[slots[slot] - 1].chunk != chunk) slot = (slot + 1) & mask;
    if (slots[slot] != 0) {
      auto& score = all[slots[slot] - 1];
      score.weight += weight;
      score.parts |= part;
    } else if (admit) {
      all[size] = {chunk, weight, part};
      slots[slot] = static_cast<std::uint32_t>(++size);
    }
  }
  size_ = size;
}

ChunkScore ChunkScores::with_better(ChunkScore const& score, ChunkScore const* before, ChunkScore const* after,
                                    std::uint32_t least) {
  auto both = score;
  for (auto const* neighbour : {before, after}) {
    if (neighbour == nullptr || score.weight + neighbour->weight < std::max(least, both.weight + 1)) continue;
    auto const weight = score.weight + neighbour->weight_outside(score.parts);
    if (weight > both.weight) both = {score.chunk, weight, score.parts | neighbour->parts};
  }
  return both;
}

void ChunkScores::grow() {
  slots_.assign(slots_.size() * 2, 0);
  auto mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < size_; ++i) {
    auto slot = hash(scores_[i].chunk) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = i + 1;
  }
}

}  // namespace quoth::db
