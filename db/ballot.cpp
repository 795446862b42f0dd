// SPDX-License-Identifier: MIT
#include "ballot.hpp"

#include <bit>

namespace quoth {

std::uint32_t Votes::weight_outside(std::uint64_t others) const {
  auto const outside = static_cast<std::uint64_t>(std::popcount(parts & ~others));
  return outside == 0 ? 0
                      : static_cast<std::uint32_t>(weight * outside / static_cast<std::uint64_t>(std::popcount(parts)));
}

void Ballot::clear() {
  // A table far larger than what was in it is emptied slot by slot.
  if (votes_.size() * 8 < slots_.size()) {
    for (auto const& votes : votes_) {
      auto slot = hash(votes.chunk) & (slots_.size() - 1);
      while (slots_[slot] != 0) slots_[slot] = 0, slot = (slot + 1) & (slots_.size() - 1);
    }
  } else {
    slots_.assign(slots_.size(), 0);
  }
  votes_.clear();
}

void Ballot::vote(std::span<std::uint32_t const> chunks, std::uint32_t weight, std::uint64_t part, bool admit) {
  for (auto chunk : chunks) {
    auto mask = slots_.size() - 1;
    auto slot = hash(chunk) & mask;
    while (slots_[slot] != 0 && votes_[slots_[slot] - 1].chunk != chunk) slot = (slot + 1) & mask;
    if (slots_[slot] != 0) {
      auto& votes = votes_[slots_[slot] - 1];
      votes.weight += weight;
      votes.parts |= part;
    } else if (admit) {
      votes_.push_back({chunk, weight, part});
      slots_[slot] = static_cast<std::uint32_t>(votes_.size());
      if (votes_.size() * 2 > slots_.size()) grow();
    }
  }
}

Votes const* Ballot::find(std::uint32_t chunk) const {
  auto mask = slots_.size() - 1;
  auto slot = hash(chunk) & mask;
  while (slots_[slot] != 0 && votes_[slots_[slot] - 1].chunk != chunk) slot = (slot + 1) & mask;
  return slots_[slot] == 0 ? nullptr : &votes_[slots_[slot] - 1];
}

Votes Ballot::with_neighbour(Votes const& votes) const {
  auto both = votes;
  for (auto chunk : {votes.chunk - 1, votes.chunk + 1}) {
    auto const* neighbour = find(chunk);
    if (neighbour == nullptr) continue;
    auto const weight = votes.weight + neighbour->weight_outside(votes.parts);
    if (weight > both.weight) both = {votes.chunk, weight, votes.parts | neighbour->parts};
  }
  return both;
}

void Ballot::grow() {
  slots_.assign(slots_.size() * 2, 0);
  auto mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < votes_.size(); ++i) {
    auto slot = hash(votes_[i].chunk) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = i + 1;
  }
}

}  // namespace quoth
