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

  std::vector<Votes> const& all() const { return votes_; }
  // Nothing where the chunk has no vote.
  Votes const* find(std::uint32_t chunk) const;
  // The votes of a chunk and of that neighbour that adds more, as a passage may stand on their border. What both have
  // counts once.
  Votes with_neighbour(Votes const& votes) const;

 private:
  static std::uint64_t hash(std::uint32_t chunk) { return (chunk * std::uint64_t{0x9e3779b97f4a7c15U}) >> 32; }
  void grow();

  std::vector<Votes> votes_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);  // 1 + index in votes_, 0 for none
};

}  // namespace quoth
