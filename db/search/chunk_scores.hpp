// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/bytes/hash.hpp"

namespace quoth::db {

// The score of a chunk: the summed weights of the query's shingles that it contains, and which parts of the query they
// come from.
struct ChunkScore {
  std::uint32_t chunk = 0;
  std::uint32_t weight = 0;
  std::uint64_t parts = 0;  // one bit for each 64th of the query

  // The share of the weight from parts that are not in `others`, assuming that each part has the same weight.
  std::uint32_t weight_outside(std::uint64_t others) const;
};

// The score accumulators of a query (term-at-a-time scoring): a hash table from chunk to score with open addressing and
// linear probing. It keeps its memory from one query to the next.
class ChunkScores {
 public:
  void clear();
  // Adds `weight` and `part` to the score of each chunk. A chunk without a score gets one only if `admit`.
  void add(std::span<std::uint32_t const> chunks, std::uint32_t weight, std::uint64_t part, bool admit);

  std::span<ChunkScore const> all() const { return {scores_.data(), size_}; }
  // Null where the chunk has no score.
  ChunkScore const* find(std::uint32_t chunk) const {
    auto const mask = slots_.size() - 1;
    auto slot = hash(chunk) & mask;
    while (slots_[slot] != 0 && scores_[slots_[slot] - 1].chunk != chunk) slot = (slot + 1) & mask;
    return slots_[slot] == 0 ? nullptr : &scores_[slots_[slot] - 1];
  }
  // The score of a chunk together with the neighbour that adds more, because a passage may lie across their border.
  // Parts that both have count once. Where the sum is below `least`, the weight is only known to be below it.
  ChunkScore with_neighbour(ChunkScore const& score, std::uint32_t least) const {
    auto const* before = find(score.chunk - 1);
    auto const* after = find(score.chunk + 1);
    return before == nullptr && after == nullptr ? score : with_better(score, before, after, least);
  }

 private:
  // Multiplicative (Fibonacci) hashing.
  static std::uint64_t hash(std::uint32_t chunk) { return (chunk * text::golden_multiplier) >> 32; }
  static ChunkScore with_better(ChunkScore const& score, ChunkScore const* before, ChunkScore const* after,
                                std::uint32_t least);
  void make_room(std::size_t chunks);
  void grow();

  std::vector<ChunkScore> scores_;  // the first `size_` are in use
  std::size_t size_ = 0;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);  // 1 + index in scores_; 0 if free
};

}  // namespace quoth::db
