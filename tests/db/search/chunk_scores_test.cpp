// SPDX-License-Identifier: MIT
#include "db/search/chunk_scores.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;

namespace {

void add(ChunkScores& scores, std::vector<std::uint32_t> const& chunks, std::uint32_t weight, std::uint64_t part,
         bool admit = true) {
  scores.add(chunks, weight, part, admit);
}

}  // namespace

TEST_CASE("ChunkScores: weights add up, and a chunk that was not there gets none unless it is admitted") {
  ChunkScores scores;
  add(scores, {3, 7}, 10, 1);
  add(scores, {7, 9}, 5, 2, false);
  CHECK(scores.find(3)->weight == 10);
  CHECK(scores.find(7)->weight == 15);
  CHECK(scores.find(7)->parts == 3);
  CHECK(scores.find(9) == nullptr);
  scores.clear();
  CHECK(scores.find(7) == nullptr);
  CHECK(scores.all().empty());
}

TEST_CASE("ChunkScores: any number of chunks, counted as a map counts them, again and again") {
  ChunkScores scores;
  auto next = test::numbers(8);
  for (std::size_t const count : {20U, 5'000U, 30U, 700U}) {
    scores.clear();
    std::map<std::uint32_t, std::uint32_t> expected;
    for (int round = 0; round < 3; ++round) {
      std::vector<std::uint32_t> chunks;
      for (std::size_t i = 0; i < count; ++i) chunks.push_back(static_cast<std::uint32_t>(next() % (2 * count)) * 1024);
      for (auto chunk : chunks) expected[chunk] += 3;
      add(scores, chunks, 3, 1);
    }
    CHECK(scores.all().size() == expected.size());
    for (auto const& [chunk, weight] : expected) {
      auto const* found = scores.find(chunk);
      REQUIRE(found != nullptr);
      CHECK(found->weight == weight);
    }
  }
}

TEST_CASE("ChunkScores: of a table that was cleared only what was added again is found") {
  ChunkScores scores;
  auto next = test::numbers(9);
  for (std::ptrdiff_t const half : {10, 30, 55, 1'000}) {
    std::vector<std::uint32_t> chunks;
    for (std::ptrdiff_t i = 0; i < 2 * half; ++i) chunks.push_back(static_cast<std::uint32_t>(next()));
    add(scores, chunks, 1, 1);
    scores.clear();
    std::vector<std::uint32_t> const others(chunks.begin() + half, chunks.end());
    chunks.resize(static_cast<std::size_t>(half));
    add(scores, chunks, 1, 1);
    CHECK(std::ranges::none_of(others, [&](std::uint32_t chunk) { return scores.find(chunk) != nullptr; }));
    scores.clear();
  }
}

TEST_CASE("ChunkScore: the weight outside what is explained is the share of its parts") {
  ChunkScore const score{1, 90, 0b111};
  CHECK(score.weight_outside(0) == 90);
  CHECK(score.weight_outside(0b001) == 60);
  CHECK(score.weight_outside(0b111) == 0);
  CHECK(score.weight_outside(0b1000) == 90);
}

TEST_CASE("ChunkScores: of two neighbours the better one adds what the chunk lacks") {
  ChunkScores scores;
  add(scores, {4}, 30, 0b0110);
  add(scores, {5}, 40, 0b0011);
  add(scores, {6}, 30, 0b1000);
  auto const both = scores.with_neighbour(*scores.find(5), 1);
  CHECK(both.chunk == 5);
  CHECK(both.weight == 70);  // 6 brings all it has, 4 half of it
  CHECK(both.parts == 0b1011);
  add(scores, {9}, 10, 0b1);
  CHECK(scores.with_neighbour(*scores.find(9), 1).weight == 10);
}
