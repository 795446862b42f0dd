// SPDX-License-Identifier: MIT
#include "text/words/near_name.hpp"

#include <doctest/doctest.h>

using quoth::text::did_you_mean;
using quoth::text::nearest_name;
using quoth::text::plain_name;

TEST_CASE("nearest_name: a letter missing, too many, wrong or swapped") {
  std::vector<std::string_view> const names{"check", "extract", "ingest", "store"};
  CHECK(nearest_name("chek", names) == "check");
  CHECK(nearest_name("checkk", names) == "check");
  CHECK(nearest_name("cheek", names) == "check");
  CHECK(nearest_name("cehck", names) == "check");
  CHECK(nearest_name("ingset", names) == "ingest");
  CHECK(nearest_name("tsore", names) == "store");
}

TEST_CASE("nearest_name: the nearest of several, the first of equals") {
  CHECK(nearest_name("--formt", {"--from", "--format"}) == "--format");
  CHECK(nearest_name("ab", {"aa", "bb", "cc"}) == "aa");
}

TEST_CASE("nearest_name: the beginning of a name, not of less than three letters") {
  CHECK(nearest_name("mark", {"html", "markdown"}) == "markdown");
  CHECK(nearest_name("ma", {"html", "markdown"}).empty());
}

TEST_CASE("nearest_name: case, underscores, blanks and hyphens do not matter") {
  CHECK(nearest_name("NOT-FUOND", {"not_found", "verbatim"}) == "not_found");
  CHECK(nearest_name("JSON", {"html", "json"}) == "json");
}

TEST_CASE("nearest_name: nothing is near") {
  CHECK(nearest_name("frobnicate", {"check", "store"}).empty());
  CHECK(nearest_name("x", {"a", "b"}).empty());
  CHECK(nearest_name("", {"a", ""}).empty());
  CHECK(nearest_name("chek", {}).empty());
  CHECK(nearest_name(std::string(65, 'a'), {std::string_view("aaaa")}).empty());
}

TEST_CASE("plain_name") { CHECK(plain_name("Not Found_At-All") == "not-found-at-all"); }

TEST_CASE("did_you_mean: a clause, or nothing") {
  CHECK(did_you_mean("chek", {"check"}) == "; did you mean check?");
  CHECK(did_you_mean("frobnicate", {"check"}).empty());
}
