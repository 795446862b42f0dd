// SPDX-License-Identifier: MIT
#include "quoth/verdict.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::test;

TEST_CASE("Verdict: every name leads back to its verdict") {
  for (auto verdict : all_verdicts) {
    CAPTURE(to_string(verdict));
    CHECK(verdict_named(to_string(verdict)) == verdict);
  }
  CHECK_FALSE(verdict_named("true"));
  CHECK_FALSE(verdict_named(""));
  CHECK_FALSE(verdict_named("Verbatim"));
}

TEST_CASE("Verdict: no two are equally grave, and none of the editor's is less grave than one of the others") {
  std::set<int> gravities;
  int least_seen = gravity_of(Verdict::misattributed);
  int most_unseen = 0;
  for (auto verdict : all_verdicts) {
    CAPTURE(to_string(verdict));
    auto const gravity = gravity_of(verdict);
    CHECK(gravities.insert(gravity).second);
    must_be_seen(verdict) ? least_seen = std::min(least_seen, gravity) : most_unseen = std::max(most_unseen, gravity);
  }
  CHECK(most_unseen < least_seen);
}

TEST_CASE("Verdict: README.md says of each what the table says") {
  auto const readme = file_bytes(source_tree("README.md"));
  for (auto verdict : all_verdicts) {
    std::string const name(to_string(verdict));
    auto const row = "| [" + name + "](docs/verdicts/" + name + ".md) | " + std::string(meaning_of(verdict)) + " |\n";
    INFO("expected in README.md: ", row);
    CHECK(readme.find(row) != readme.npos);
  }
}

TEST_CASE("Verdict: the JSON Schema lists each") {
  std::string names;
  for (auto verdict : all_verdicts) names += (names.empty() ? "\"" : ", \"") + std::string(to_string(verdict)) + "\"";
  INFO("expected in docs/schema/quoth.schema.json: ", names);
  CHECK(file_bytes(source_tree("docs/schema/quoth.schema.json")).find("\"enum\": [" + names + "]") != names.npos);
}

TEST_CASE("Verdict: a page each, and no page of anything else") {
  std::size_t pages = 0;
  for (auto const& entry : std::filesystem::directory_iterator(source_tree("docs/verdicts"))) {
    auto const name = entry.path().stem().string();
    CAPTURE(name);
    CHECK(verdict_named(name));
    CHECK(file_bytes(entry.path()).starts_with("# " + name + "\n\n"));
    ++pages;
  }
  CHECK(pages == all_verdicts.size());
}
