// SPDX-License-Identifier: MIT
#include "db/index/rice_parameters.hpp"

#include <algorithm>
#include <bit>

namespace quoth::db {

// The cost, in half bits, of a gap of `width` bits: parameter bits, a unary quotient and the bit that ends it. The
// quotient is not known from the width, so the mean of its range is taken.
RiceParameters::Cost RiceParameters::cost(std::size_t width, std::size_t parameter) {
  constexpr std::size_t far_too_much = 300;  // half bits; more than starting two blocks for this gap alone
  auto const written = 2 * (parameter + 1);
  if (width <= parameter) return static_cast<Cost>(written);
  auto const above = std::min<std::size_t>(width - parameter, 10);
  // The quotient lies between 2^(above-1) and 2^above - 1; this is the sum of the two, twice their mean.
  auto const twice_quotient = (std::size_t{3} << (above - 1)) - 1;
  return static_cast<Cost>(std::min(written + twice_quotient, far_too_much));
}

std::array<RiceParameters::CostRow, RiceParameters::most_gap_bits + 1> RiceParameters::costs_by_width() {
  std::array<CostRow, most_gap_bits + 1> costs{};
  for (std::size_t width = 0; width <= most_gap_bits; ++width)
    for (std::size_t parameter = 0; parameter < parameters; ++parameter)
      costs[width][parameter / together][parameter % together] = cost(width, parameter);
  return costs;
}

std::span<std::uint8_t const> RiceParameters::choose(std::span<std::uint64_t const> gaps, int block_bits) {
  static auto const by_width = costs_by_width();
  static CostRow const nothing{};
  std::uint64_t all = 0;
  for (auto gap : gaps) all |= gap;
  auto const groups = std::min(static_cast<std::size_t>(std::bit_width(all)), parameters - 1) / together + 1;
  auto const change = static_cast<Cost>(2 * block_bits);
  auto const* before = &nothing;
  Cost least = 0;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    auto const& own = by_width[static_cast<std::size_t>(std::bit_width(gaps[i]))];
    auto& costs = costs_[i];
    auto const changed = Costs{} + static_cast<Cost>(least + change);
    auto lowest = Costs{} + Cost{0x7fff};
    for (std::size_t group = 0; group < groups; ++group) {
      auto const& kept = (*before)[group];
      costs[group] = quoth::text::least(kept, changed) + own[group];
      lowest = quoth::text::least(lowest, costs[group]);
    }
    least = lowest[0];
    for (std::size_t j = 1; j < together; ++j) least = std::min(least, lowest[j]);
    least_[i] = least;
    before = &costs;
  }
  trace_back(gaps.size(), change);
  return {chosen_.data(), gaps.size()};
}

// Follows the cheapest path from the last gap to the first: the parameter stays the same where keeping it cost no more
// than starting a block.
void RiceParameters::trace_back(std::size_t gaps, Cost change) {
  std::size_t parameter = 0;
  for (auto i = gaps; i-- > 0;) {
    if (i + 1 == gaps || costs_[i][parameter / together][parameter % together] > least_[i] + change)
      for (parameter = 0; costs_[i][parameter / together][parameter % together] != least_[i];) ++parameter;
    chosen_[i] = static_cast<std::uint8_t>(parameter);
  }
}

}  // namespace quoth::db
