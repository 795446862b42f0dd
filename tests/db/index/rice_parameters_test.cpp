// SPDX-License-Identifier: MIT
#include "db/index/rice_parameters.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;

namespace {

constexpr int block_bits = 14;

// The bits that the gaps take, written in blocks of these parameters: each a unary quotient and the bits below.
std::uint64_t bits(std::vector<std::uint64_t> const& gaps, std::vector<std::uint8_t> const& parameters) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (i == 0 || parameters[i] != parameters[i - 1]) sum += block_bits;
    sum += (gaps[i] >> parameters[i]) + 1 + parameters[i];
  }
  return sum;
}

std::vector<std::uint8_t> chosen(std::vector<std::uint64_t> const& gaps) {
  RiceParameters parameters;
  auto const choice = parameters.choose(gaps, block_bits);
  return {choice.begin(), choice.end()};
}

std::uint64_t fewest_with_one_parameter(std::vector<std::uint64_t> const& gaps) {
  auto fewest = std::numeric_limits<std::uint64_t>::max();
  for (std::uint8_t parameter = 0; parameter < RiceParameters::parameters; ++parameter)
    fewest = std::min(fewest, bits(gaps, std::vector(gaps.size(), parameter)));
  return fewest;
}

}  // namespace

TEST_CASE("RiceParameters: gaps of two neighbouring widths are written with the narrower one") {
  std::vector<std::uint64_t> gaps;
  for (int i = 0; i < 20; ++i) gaps.push_back(i % 2 == 0 ? 24 : 48);  // five bits, six bits
  CHECK(chosen(gaps) == std::vector<std::uint8_t>(20, 5));
}

TEST_CASE("RiceParameters: a block of its own where the gaps become wider, none for a single gap") {
  std::vector<std::uint64_t> gaps(40, 1);
  gaps.insert(gaps.end(), 40, 3000);
  auto const parameters = chosen(gaps);
  CHECK(parameters.front() <= 1);
  CHECK(parameters.back() >= 10);
  CHECK(bits(gaps, parameters) < fewest_with_one_parameter(gaps));
  std::vector<std::uint64_t> single(40, 20);
  single[20] = 40;
  auto const same = chosen(single);
  CHECK(std::ranges::count(same, same.front()) == 40);
}

TEST_CASE("RiceParameters: never far from the best single parameter, whatever the gaps") {
  auto next = test::numbers(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::uint64_t> gaps(1 + next() % RiceParameters::most_gaps);
    auto const widest = 1 + next() % 40;
    for (auto& gap : gaps) gap = next() >> (64 - 1 - next() % widest);
    auto const parameters = chosen(gaps);
    REQUIRE(parameters.size() == gaps.size());
    // The width of a gap is all that is looked at: half a bit or a bit a gap may be lost.
    CHECK(bits(gaps, parameters) <= fewest_with_one_parameter(gaps) + gaps.size() + block_bits);
  }
}
