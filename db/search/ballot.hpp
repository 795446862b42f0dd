// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

// What the shingles of a query give a chunk: their weights, and which parts of the query they come from.
struct Votes {
  std::uint32_t chunk = 0;
  std::uint32_t weight = 0;
  std::uint64_t parts = 0;  // a bit for each sixty-fourth of the query

  // The share of the weight that comes from parts of the query not among the others.
  std::uint32_t weight_outside(std::uint64_t others) const;
};

// Counts votes for chunks. Keeps its memory from one query to the next.
class Ballot {
 public:
  void clear();
  // Every chunk gets the weight; those not seen before only where `admit`.
  void vote(std::span<std::uint32_t const> chunks, std::uint32_t weight, std::uint64_t part, bool admit);

  std::span<Votes const> all() const { return {votes_.data(), size_}; }
  // Nothing where the chunk has no vote.
  Votes const* find(std::uint32_t chunk) const {
    auto const mask = slots_.size() - 1;
    auto slot = hash(chunk) & mask;
    while (slots_[slot] != 0 && votes_[slots_[slot] - 1].chunk != chunk) slot = (slot + 1) & mask;
    return slots_[slot] == 0 ? nullptr : &votes_[slots_[slot] - 1];
  }
  // The votes of a chunk and of that neighbour that adds more, as a passage may stand on their border. What both have
  // counts once. Where they have less than `least`, some weight below it.
  Votes with_neighbour(Votes const& votes, std::uint32_t least) const {
    auto const* before = find(votes.chunk - 1);
    auto const* after = find(votes.chunk + 1);
    return before == nullptr && after == nullptr ? votes : with_better(votes, before, after, least);
  }

 private:
  static std::uint64_t hash(std::uint32_t chunk) { return (chunk * std::uint64_t{0x9e3779b97f4a7c15U}) >> 32; }
  static Votes with_better(Votes const& votes, Votes const* before, Votes const* after, std::uint32_t least);
  void make_room(std::size_t chunks);
  void grow();

  std::vector<Votes> votes_;  // the first `size_` of them
  std::size_t size_ = 0;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);  // 1 + index in votes_, 0 for none
};

}  // namespace quoth
