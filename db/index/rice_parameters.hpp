// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "text/bytes/simd.hpp"

namespace quoth::db {

// Chooses the parameters of Rice codes (https://en.wikipedia.org/wiki/Golomb_coding#Rice_coding) for a list of gaps
// that is written in blocks with one parameter each. Dynamic programming over the gaps finds the split into blocks and
// the parameters with nearly the fewest bits; "nearly", because the cost of a gap is estimated from its bit width.
// SIMD: the costs with several parameters are computed at once. tests/db/index/posting_index_test.cpp covers it through
// the codec.
class RiceParameters {
 public:
  static constexpr std::size_t most_gaps = 128;  // per call
  static constexpr std::size_t parameters = 56;  // 0 to 55
  static constexpr std::size_t most_gap_bits = 60;
  static constexpr std::uint64_t end_of_gaps = std::uint64_t{1} << most_gap_bits;

  // Returns one parameter for each gap. `gaps` has at most `most_gaps` values, each below `end_of_gaps`; `block_bits`
  // is the size of a block's header in bits. The result is valid until the next call.
  std::span<std::uint8_t const> choose(std::span<std::uint64_t const> gaps, int block_bits);

 private:
  using Cost = std::int16_t;  // in half bits
  // The number of parameters in one SIMD vector.
  static constexpr std::size_t together = text::lane_count<Cost>;
  using Costs = text::Simd<Cost>;
  using CostRow = std::array<Costs, parameters / together>;  // one cost for each parameter

  static Cost cost(std::size_t width, std::size_t parameter);
  static std::array<CostRow, most_gap_bits + 1> costs_by_width();
  void trace_back(std::size_t gaps, Cost change);

  // costs_[i]: the least cost of the gaps up to gap i, where gap i is written with each parameter.
  std::array<CostRow, most_gaps> costs_{};
  std::array<Cost, most_gaps> least_{};  // least_[i]: the smallest cost in costs_[i]
  std::array<std::uint8_t, most_gaps> chosen_{};
};

}  // namespace quoth::db
