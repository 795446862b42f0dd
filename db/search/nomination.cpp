// SPDX-License-Identifier: MIT
#include "db/search/nomination.hpp"

#include <algorithm>
#include <tuple>

namespace quoth {

namespace {

// The most chunks, in each of two rounds, for parts of the query that the best chunk lacks.
constexpr std::size_t most_for_rest = 6;

// A match of a single part (a 64th of the query) is too weak as evidence.
bool is_two_parts_or_more(std::uint64_t parts) { return (parts & (parts - 1)) != 0; }

bool more_votes(Votes const& a, Votes const& b) {
  return std::tuple(b.weight, a.chunk) < std::tuple(a.weight, b.chunk);
}

}  // namespace

// The `most` highest scores, and all that tie with the last of them, in falling order.
std::vector<Votes> Nomination::best(double share, std::size_t most) const {
  auto const& ballot = election_.ballot();
  auto const least = std::max(static_cast<std::uint32_t>(election_.leader().weight * share), 1U);
  std::vector<Votes> nominees;
  for (auto const& votes : ballot.all()) {
    if (votes.weight * 2 < least) continue;
    auto both = ballot.with_neighbour(votes, least);
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

std::vector<Votes> Nomination::best_outside(std::uint64_t explained) const {
  std::vector<Votes> best;
  std::uint32_t most = 0;
  for (auto const& votes : election_.ballot().all()) {
    if (votes.weight < most || !is_two_parts_or_more(votes.parts & ~explained)) continue;
    auto const weight = votes.weight_outside(explained);
    if (weight < most) continue;
    if (weight > most) best.clear();
    most = weight;
    best.push_back(votes);
  }
  return best;
}

std::vector<std::uint32_t> Nomination::leaders_and_rest(double share, std::size_t most) const {
  auto chunks = leaders(share, most);
  auto explained = election_.leader().parts;
  for (int round = 0; round < 2; ++round) {
    auto const best = best_outside(explained);
    if (best.empty()) break;
    std::vector<std::uint32_t> equal(best.size());
    std::ranges::transform(best, equal.begin(), &Votes::chunk);
    std::ranges::sort(equal);
    auto picked = preference_.pick(equal, most_for_rest);
    chunks.insert(chunks.end(), picked.begin(), picked.end());
    explained |= best.back().parts;
  }
  return chunks;
}

}  // namespace quoth
