// SPDX-License-Identifier: MIT
// An article checked on several threads.
#include <doctest/doctest.h>

#include <array>
#include <vector>

#include "match/check/check.hpp"
#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

TEST_CASE("check: several sources of candidates, one a thread, give the findings of one") {
  InventedCandidates const invented;
  auto const document = plain_document(
      "article",
      U"“tiny” “We will not raise the harbour tax this year” “We will raise the harbour tax this year” “harbour tax”");
  std::vector<Quotation> quotations(4);
  quotations[0].segments = {{1, 5}};
  quotations[1].segments = {{8, 51}};
  quotations[2].segments = {{54, 93}};
  quotations[3].segments = {{96, 107}};
  auto const alone = check(document, quotations, invented.candidate_source(), Policy());
  std::array const candidate_sources{invented.candidate_source(), invented.candidate_source()};
  auto const shared = check(document, quotations, candidate_sources, Policy());
  REQUIRE(shared.size() == alone.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    CHECK(shared[i].verdict == alone[i].verdict);
    CHECK(shared[i].message == alone[i].message);
    CHECK(shared[i].confidence == alone[i].confidence);
    CHECK(shared[i].evidence.size() == alone[i].evidence.size());
  }
}
