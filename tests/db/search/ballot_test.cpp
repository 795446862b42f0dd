// SPDX-License-Identifier: MIT
#include "db/search/ballot.hpp"

#include <doctest/doctest.h>

#include <map>

#include "tests/db/store_fixture.hpp"

using namespace quoth;

namespace {

void vote(Ballot& ballot, std::vector<std::uint32_t> const& chunks, std::uint32_t weight, std::uint64_t part,
          bool admit = true) {
  ballot.vote(chunks, weight, part, admit);
}

}  // namespace

TEST_CASE("Ballot: weights add up, and a chunk that was not there gets none unless it is admitted") {
  Ballot ballot;
  vote(ballot, {3, 7}, 10, 1);
  vote(ballot, {7, 9}, 5, 2, false);
  CHECK(ballot.find(3)->weight == 10);
  CHECK(ballot.find(7)->weight == 15);
  CHECK(ballot.find(7)->parts == 3);
  CHECK(ballot.find(9) == nullptr);
  ballot.clear();
  CHECK(ballot.find(7) == nullptr);
  CHECK(ballot.all().empty());
}

TEST_CASE("Ballot: any number of chunks, counted as a map counts them, again and again") {
  Ballot ballot;
  auto next = test::numbers(8);
  for (std::size_t const count : {20U, 5'000U, 30U, 700U}) {
    ballot.clear();
    std::map<std::uint32_t, std::uint32_t> expected;
    for (int round = 0; round < 3; ++round) {
      std::vector<std::uint32_t> chunks;
      for (std::size_t i = 0; i < count; ++i) chunks.push_back(static_cast<std::uint32_t>(next() % (2 * count)) * 1024);
      for (auto chunk : chunks) expected[chunk] += 3;
      vote(ballot, chunks, 3, 1);
    }
    CHECK(ballot.all().size() == expected.size());
    for (auto const& [chunk, weight] : expected) {
      auto const* found = ballot.find(chunk);
      REQUIRE(found != nullptr);
      CHECK(found->weight == weight);
    }
  }
}

TEST_CASE("Votes: the weight outside what is explained is the share of its parts") {
  Votes const votes{1, 90, 0b111};
  CHECK(votes.weight_outside(0) == 90);
  CHECK(votes.weight_outside(0b001) == 60);
  CHECK(votes.weight_outside(0b111) == 0);
  CHECK(votes.weight_outside(0b1000) == 90);
}

TEST_CASE("Ballot: of two neighbours the better one adds what the chunk lacks") {
  Ballot ballot;
  vote(ballot, {4}, 30, 0b0110);
  vote(ballot, {5}, 40, 0b0011);
  vote(ballot, {6}, 30, 0b1000);
  auto const both = ballot.with_neighbour(*ballot.find(5), 1);
  CHECK(both.chunk == 5);
  CHECK(both.weight == 70);  // 6 brings all it has, 4 half of it
  CHECK(both.parts == 0b1011);
  vote(ballot, {9}, 10, 0b1);
  CHECK(ballot.with_neighbour(*ballot.find(9), 1).weight == 10);
}
