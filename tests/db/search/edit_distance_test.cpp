// SPDX-License-Identifier: MIT
#include "db/search/edit_distance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;

namespace {

using Words = std::vector<std::uint16_t>;

constexpr std::uint16_t elsewhere = 0xFFFF;  // a word that the query has not

// A cell after the other, as the costs are defined.
std::uint32_t plain_distance(Words const& query, Words const& text) {
  std::vector<std::uint32_t> aligned(query.size() + 1);
  for (std::size_t i = 0; i < aligned.size(); ++i) aligned[i] = static_cast<std::uint32_t>(i) * EditDistance::word;
  auto best_before = aligned;  // at any place of the text before
  auto best = aligned.back();
  for (auto word : text) {
    auto next = aligned;
    for (std::size_t i = 1; i < aligned.size(); ++i) {
      auto const before = std::min(aligned[i - 1], best_before[i - 1] + EditDistance::jump);
      next[i] = std::min({before + (query[i - 1] == word ? 0 : EditDistance::word), aligned[i] + EditDistance::word,
                          next[i - 1] + EditDistance::word});
    }
    for (std::size_t i = 0; i < aligned.size(); ++i) best_before[i] = std::min(best_before[i], aligned[i]);
    aligned = next;
    best = std::min(best, aligned.back());
  }
  return best;
}

std::uint32_t distance(Words const& query, Words const& text) { return EditDistance().measure(query, text); }

}  // namespace

TEST_CASE("EditDistance: what moves cost") {
  Words const query{0, 1, 2, 3, 4};
  CHECK(distance(query, query) == 0);
  CHECK(distance(query, {elsewhere, 0, 1, 2, 3, 4, elsewhere}) == 0);
  CHECK(distance(query, {0, 1, elsewhere, 3, 4}) == EditDistance::word);
  CHECK(distance(query, {0, 1, 3, 4}) == EditDistance::word);
  CHECK(distance(query, {0, 1, elsewhere, 2, 3, 4}) == EditDistance::word);
  CHECK(distance(query, {0, 1, elsewhere, elsewhere, elsewhere, 2, 3, 4}) == EditDistance::jump);
  CHECK(distance(query, {elsewhere, elsewhere}) == query.size() * EditDistance::word);
  CHECK(distance(query, {}) == query.size() * EditDistance::word);
}

// Queries of one word, of some that fill a processor's vectors and of one more, and of the longest that there are.
TEST_CASE("EditDistance: as a plain matrix has it") {
  auto next = quoth::test::numbers(5);
  EditDistance reused;
  for (auto const size : {1U, 2U, 15U, 16U, 17U, 40U, 125U, 126U, 127U, 128U, 200U, 400U}) {
    for (int round = 0; round < 20; ++round) {
      CAPTURE(size);
      CAPTURE(round);
      Words query;
      for (std::uint32_t i = 0; i < size; ++i) {
        auto const repeats = i > 0 && next() % 4 == 0;
        query.push_back(repeats ? query[next() % i] : static_cast<Words::value_type>(i));
      }
      Words text;
      for (auto word : query) {
        auto const chance = next() % 10;
        if (chance != 0) text.push_back(chance == 1 ? elsewhere : word);
        if (chance == 2) text.insert(text.end(), next() % 5, elsewhere);
        if (chance == 3) text.push_back(query.front());
      }
      CHECK(reused.measure(query, text) == plain_distance(query, text));
    }
  }
}
