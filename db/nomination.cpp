// SPDX-License-Identifier: MIT
#include "nomination.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

namespace quoth {

namespace {

constexpr std::size_t most_for_rest = 6;
constexpr int least_parts = 2;

bool more_votes(Votes const& a, Votes const& b) {
  return std::tuple(b.weight, a.chunk) < std::tuple(a.weight, b.chunk);
}

}  // namespace

// Those with the most votes, and all that have as many as the last of them.
std::vector<Votes> Nomination::best(double share, std::size_t most) const {
  auto const& ballot = election_.ballot();
  auto const least = std::max(static_cast<std::uint32_t>(election_.leader().weight * share), 1U);
  std::vector<Votes> nominees;
  for (auto const& votes : ballot.all()) {
    if (votes.weight * 2 < least) continue;
    auto both = ballot.with_neighbour(votes);
    if (both.weight >= least) nominees.push_back(both);
  }
  if (nominees.size() > most) {
    auto const last = nominees.begin() + static_cast<std::ptrdiff_t>(most) - 1;
    std::nth_element(nominees.begin(), last, nominees.end(), more_votes);
    std::erase_if(nominees, [weight = last->weight](Votes const& votes) { return votes.weight < weight; });
  }
  std::sort(nominees.begin(), nominees.end(), more_votes);
  return nominees;
}

std::vector<std::uint32_t> Nomination::leaders(double share, std::size_t most) const {
  auto const nominees = best(share, most);
  std::vector<std::uint32_t> chunks;
  for (std::size_t i = 0; i < nominees.size() && chunks.size() < most;) {
    std::vector<std::uint32_t> equal;
    auto const weight = nominees[i].weight;
    for (; i < nominees.size() && nominees[i].weight == weight; ++i) equal.push_back(nominees[i].chunk);
    auto picked = preference_.pick(equal, most - chunks.size());
    chunks.insert(chunks.end(), picked.begin(), picked.end());
  }
  return chunks;
}

std::vector<std::uint32_t> Nomination::leaders_and_rest(double share, std::size_t most) const {
  auto chunks = leaders(share, most);
  auto explained = election_.leader().parts;
  for (int round = 0; round < 2; ++round) {
    std::uint32_t best = 0;
    std::vector<std::uint32_t> equal;
    std::uint64_t parts = 0;
    for (auto const& votes : election_.ballot().all()) {
      if (std::popcount(votes.parts & ~explained) < least_parts) continue;
      auto weight = votes.weight_outside(explained);
      if (weight < best) continue;
      if (weight > best) equal.clear();
      best = weight;
      parts = votes.parts;
      equal.push_back(votes.chunk);
    }
    if (equal.empty()) break;
    std::ranges::sort(equal);
    auto picked = preference_.pick(equal, most_for_rest);
    chunks.insert(chunks.end(), picked.begin(), picked.end());
    explained |= parts;
  }
  return chunks;
}

}  // namespace quoth
