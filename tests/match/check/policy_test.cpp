// SPDX-License-Identifier: MIT
#include "quoth/policy.hpp"

#include <doctest/doctest.h>

#include "quoth/error.hpp"
#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::test;

TEST_CASE("Policy: the default is ap") { CHECK(Policy().name() == "ap"); }

TEST_CASE("Policy: strict allows nothing but typography") {
  InventedCandidates const invented;
  auto const strict = Policy::named("strict");
  auto const candidate_source = invented.candidate_source();
  CHECK(check_one("They have waited for 10 years.", "Ada Quill", candidate_source, strict).verdict == Verdict::altered);
  CHECK(check_one("THE OLD PIER COSTS $5 MILLION A YEAR", "Ada Quill", candidate_source, strict).verdict ==
        Verdict::verbatim);
}

TEST_CASE("Policy: broadcast lets contractions be opened") {
  InventedCandidates const invented;
  auto const broadcast = Policy::named("broadcast");
  CHECK(check_one("And I am proud of that.", "Ada Quill", invented.candidate_source(), broadcast).verdict ==
        Verdict::permitted);
}

TEST_CASE("Policy: a file names only what it changes") {
  auto const policy = Policy::parse("name mine\ncontraction permitted 0.02  # as we print them\n", "mine.policy");
  CHECK(policy.name() == "mine");
  CHECK(policy.rule(EditClass::contraction).allowed());
  CHECK(policy.rule(EditClass::negation).verdict == Verdict::distorted);
}

TEST_CASE("Policy: bad data is refused with file and line") {
  CHECK_THROWS_WITH_AS(Policy::parse("# mine\nspeling permitted 0.1\n", "mine.policy"),
                       "mine.policy:2: “speling” is no class of edits; did you mean spelling?", Error);
  CHECK_THROWS_WITH_AS(Policy::parse("name mine\n\ncontent_word altered 0.2\n", "mine.policy"),
                       "mine.policy:3: “content_word” is no class of edits; did you mean content-word?", Error);
  CHECK_THROWS_AS(Policy::parse("filler misattributed 0.1", "mine.policy"), Error);
  CHECK_THROWS_WITH_AS(Policy::parse("filler allowed 0.1", "mine.policy"),
                       "mine.policy:1: “allowed” is no verdict of an edit; expected verbatim, permitted, altered, "
                       "spliced, truncated or distorted",
                       Error);
  CHECK_THROWS_WITH_AS(Policy::parse("filler permitted much", "mine.policy"),
                       "mine.policy:1: “much” is no cost; expected a number from 0 to 1", Error);
  CHECK_THROWS_AS(Policy::parse("filler permitted", "mine.policy"), Error);
  CHECK_THROWS_AS(Policy::named("lenient"), Error);
  CHECK_THROWS_AS(Policy::from_file("/no/such/file.policy"), Error);
}
