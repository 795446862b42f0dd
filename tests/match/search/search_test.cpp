// SPDX-License-Identifier: MIT
#include "quoth/search.hpp"

#include <doctest/doctest.h>

#include "quoth/error.hpp"
#include "tests/match/council_store.hpp"

namespace quoth {

using test::CouncilStore;

TEST_CASE("search gives the passage around the words") {
  CouncilStore const council;
  auto const store = Store::open(council.file());
  auto const found = search(store, "will open in the spring");
  REQUIRE(found.size() == 1);
  CHECK(found.front().source == "council");
  CHECK(found.front().speaker == "Ana Ruud");
  CHECK(found.front().utterance == 0);
  CHECK(found.front().text == "The bridge over the fjord will open in the spring, and nobody will pay to cross it");
  CHECK(to_json(found.front()).starts_with(R"({"source":"council","title":"","date":"2031-05-12","url":"",)"));
}

TEST_CASE("search passes over what holds few of the words, and refuses what holds none") {
  CouncilStore const council;
  auto const store = Store::open(council.file());
  CHECK(search(store, "the spring water of the mountain tastes of iron").empty());
  CHECK_THROWS_AS(search(store, " … "), Error);
  CHECK_THROWS_WITH_AS(search(store, ".\n"), "search: \". \" holds no words; give some", Error);
  CHECK_THROWS_AS(search(store, "spring \xFF"), Error);
}

}  // namespace quoth
