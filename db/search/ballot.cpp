// SPDX-License-Identifier: MIT
#include "db/search/ballot.hpp"

#include <algorithm>
#include <bit>

namespace quoth {

std::uint32_t Votes::weight_outside(std::uint64_t others) const {
  auto const outside = static_cast<std::uint64_t>(std::popcount(parts & ~others));
  return outside == 0 ? 0
                      : static_cast<std::uint32_t>(weight * outside / static_cast<std::uint64_t>(std::popcount(parts)));
}

void Ballot::clear() {
  // A sparse table is cleared entry by entry.
  if (size_ * 8 < slots_.size()) {
    for (auto const& votes : all()) {
      auto slot = hash(votes.chunk) & (slots_.size() - 1);
      while (slots_[slot] != 0) slots_[slot] = 0, slot = (slot + 1) & (slots_.size() - 1);
    }
  } else {
    slots_.assign(slots_.size(), 0);
  }
  size_ = 0;
}

void Ballot::make_room(std::size_t chunks) {
  if (size_ + chunks > votes_.size()) votes_.resize(std::max(size_ + chunks, votes_.size() * 2));
  while ((size_ + chunks) * 2 > slots_.size()) grow();
}

void Ballot::vote(std::span<std::uint32_t const> chunks, std::uint32_t weight, std::uint64_t part, bool admit) {
  if (admit) make_room(chunks.size());
  auto const mask = slots_.size() - 1;
  auto* const slots = slots_.data();
  auto* const all = votes_.data();
  auto size = size_;
  for (auto chunk : chunks) {
    auto slot = hash(chunk) & mask;
    while (slots[slot] != 0 && all[slots[slot] - 1].chunk != chunk) slot = (slot + 1) & mask;
    if (slots[slot] != 0) {
      auto& votes = all[slots[slot] - 1];
      votes.weight += weight;
      votes.parts |= part;
    } else if (admit) {
      all[size] = {chunk, weight, part};
      slots[slot] = static_cast<std::uint32_t>(++size);
    }
  }
  size_ = size;
}

Votes Ballot::with_better(Votes const& votes, Votes const* before, Votes const* after, std::uint32_t least) {
  auto both = votes;
  for (auto const* neighbour : {before, after}) {
    if (neighbour == nullptr || votes.weight + neighbour->weight < std::max(least, both.weight + 1)) continue;
    auto const weight = votes.weight + neighbour->weight_outside(votes.parts);
    if (weight > both.weight) both = {votes.chunk, weight, votes.parts | neighbour->parts};
  }
  return both;
}

void Ballot::grow() {
  slots_.assign(slots_.size() * 2, 0);
  auto mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < size_; ++i) {
    auto slot = hash(votes_[i].chunk) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = i + 1;
  }
}

}  // namespace quoth
