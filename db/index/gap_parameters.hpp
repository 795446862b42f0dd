// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "text/bytes/lanes.hpp"

namespace quoth {

// Chooses Rice parameters for gaps that are written in blocks, one parameter a block: few blocks, yet each with a
// parameter that fits its gaps. It finds what takes the fewest bits, about: of a gap it looks at the width only.
class GapParameters {
 public:
  static constexpr std::size_t most_gaps = 128;  // at once
  static constexpr std::size_t parameters = 56;  // 0 to 55
  static constexpr std::uint64_t end_of_gaps = std::uint64_t{1} << (parameters - 1);

  // At most `most_gaps`, each below `end_of_gaps`; `block_bits` is what a block takes beside its gaps. The parameters
  // are good until the next call.
  std::span<std::uint8_t const> choose(std::span<std::uint64_t const> gaps, int block_bits);

 private:
  using Cost = std::int16_t;  // in half bits
  // So many parameters are looked at together.
  static constexpr std::size_t together = lane_count<Cost>;
  using Costs = Lanes<Cost>;
  using CostRow = std::array<Costs, parameters / together>;  // with each parameter

  static Cost cost(std::size_t width, std::size_t parameter);
  static std::array<CostRow, parameters> costs_by_width();
  void trace_back(std::size_t gaps, Cost change);

  // The least cost of all gaps up to one, where that one is written with each parameter.
  std::array<CostRow, most_gaps> costs_{};
  std::array<Cost, most_gaps> least_{};  // of these
  std::array<std::uint8_t, most_gaps> chosen_{};
};

}  // namespace quoth
