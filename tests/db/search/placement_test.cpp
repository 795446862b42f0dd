// SPDX-License-Identifier: MIT
#include "db/search/placement.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "db/index/shingle.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::db;

namespace {

Placement placed(std::string const& query, std::string const& text) {
  std::vector<HashedWord> words;
  hash_spoken(text, 0, words);
  PlacementFinder finder;
  return finder.find(QueryWords(query), words);
}

std::string filler(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += "x" + std::to_string(i) + " ";
  return text;
}

}  // namespace

TEST_CASE("PlacementFinder: word for word, the place is those words and the score 1") {
  auto const found = placed("the lamp went out", filler(50) + "the lamp went out " + filler(50));
  REQUIRE(found.regions.size() == 1);
  CHECK(found.regions[0].first == 50);
  CHECK(found.regions[0].last == 53);
  CHECK(found.score == doctest::Approx(1));
  CHECK(found.covered.count() == 4);
}

TEST_CASE("PlacementFinder: a word of another kind costs some of the score, a word too many less") {
  auto const other = placed("the lamp went out at nine", filler(9) + "the lamp went off at nine " + filler(9));
  auto const more = placed("the lamp went out at nine", filler(9) + "the lamp went right out at nine " + filler(9));
  CHECK(other.score < 1);
  CHECK(more.score < 1);
  CHECK(other.score > 0.7);
  CHECK(more.score >= other.score);
}

TEST_CASE("PlacementFinder: the halves of a query that stand far apart are two places, each word in one") {
  std::string const first = "we will mend every net";
  std::string const second = "before the storms come back";
  auto const found = placed(first + " " + second, second + " " + filler(200) + first + " " + filler(200) + first);
  REQUIRE(found.regions.size() == 2);
  CHECK(found.covered.count() == 10);
  CHECK(found.score == doctest::Approx(0.5).epsilon(0.5));
  CHECK(found.regions[0].worth >= found.regions[1].worth);
}

TEST_CASE("PlacementFinder: words here and there are no place, but a query of one word is found") {
  CHECK(
      placed("we will mend every net", filler(20) + "net " + filler(40) + "mend " + filler(40) + "we").regions.empty());
  CHECK(placed("brackholm", filler(20) + "Brackholm " + filler(20)).regions.size() == 1);
  CHECK(placed("brackholm", filler(20)).regions.empty());
}

TEST_CASE("PlacementFinder: a word said thirty times is one place") {
  std::string said;
  for (int i = 0; i < 30; ++i) said += "never ";
  auto const found = placed(said, filler(9) + said + filler(9));
  REQUIRE(found.regions.size() == 1);
  CHECK(found.regions[0].first == 9);
  CHECK(found.regions[0].last == 38);
  CHECK(found.score == doctest::Approx(1));
}

TEST_CASE("PlacementFinder: what it found before does not matter") {
  PlacementFinder finder;
  std::vector<HashedWord> words;
  hash_spoken("we will mend every net before the storms come back", 0, words);
  auto const once = finder.find(QueryWords("mend every net"), words);
  finder.find(QueryWords("the storms come back, we will mend every net before"), words);
  auto const again = finder.find(QueryWords("mend every net"), words);
  CHECK(once.score == again.score);
  CHECK(once.regions.at(0).first == again.regions.at(0).first);
  CHECK(once.covered == again.covered);
}
