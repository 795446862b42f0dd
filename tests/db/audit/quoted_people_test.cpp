// SPDX-License-Identifier: MIT
#include "db/audit/quoted_people.hpp"

#include <doctest/doctest.h>

using quoth::db::QuotedPeople;

TEST_CASE("QuotedPeople: a name that was found is the store's name of that person") {
  QuotedPeople people;
  people.add("the mayor", "Ana Ruud");
  people.add("Ruud", "Ana Ruud");
  people.add("Ruud", "");
  people.add("", "Ana Ruud");
  auto const all = people.all();
  CHECK(all.size() == 2);
  CHECK(all.at("the mayor") == "Ana Ruud");
  CHECK(all.at("Ruud") == "Ana Ruud");
}

TEST_CASE("QuotedPeople: a name that was never found is the only person it can be, given a given name") {
  QuotedPeople people;
  people.add("Ruud", "Ana Ruud");
  people.add("Mayor Ana Ruud", "");
  people.add("Per Ruud", "");
  people.add("Mr. Ruud", "");
  auto const all = people.all();
  CHECK(all.at("Mayor Ana Ruud") == "Ana Ruud");
  CHECK(all.at("Per Ruud") == "Per Ruud");
  CHECK(all.at("Mr. Ruud") == "Mr. Ruud");
}

TEST_CASE("QuotedPeople: a name under which different people were found is nobody's") {
  QuotedPeople people;
  people.add("Ruud", "Ana Ruud");
  people.add("Ruud", "Per Ruud");
  people.add("the chair", "Ana M. Ruud");
  people.add("the chair", "Ana Ruud");
  people.add("the chair", "Ana Ruud");
  auto const all = people.all();
  CHECK(all.at("Ruud") == "Ruud");
  CHECK(all.at("the chair") == "Ana Ruud");
}
