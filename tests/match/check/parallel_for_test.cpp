// SPDX-License-Identifier: MIT
#include "match/check/parallel_for.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

#include "quoth/error.hpp"
#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

TEST_CASE("parallel_for: each number once, however many threads") {
  for (std::size_t const threads : {1U, 2U, 3U, 40U}) {
    std::vector<int> times(20);
    std::vector<std::size_t> by(20);
    parallel_for(times.size(), threads, [&](std::size_t number, std::size_t thread) {
      ++times[number];
      by[number] = thread;
    });
    CHECK(times == std::vector<int>(20, 1));
    for (auto const thread : by) CHECK(thread < threads);
  }
}

TEST_CASE("parallel_for: what the lowest number threw is thrown, and nothing is begun after it") {
  for (std::size_t const threads : {1U, 2U, 3U}) {
    std::vector<int> times(1000);
    auto const work = [&](std::size_t number, std::size_t) {
      ++times[number];
      if (number >= 10) throw Error("number " + std::to_string(number));
    };
    CHECK_THROWS_WITH_AS(parallel_for(times.size(), threads, work), "number 10", Error);
    CHECK(times[999] == 0);
  }
}

TEST_CASE("parallel_for: several libraries give the findings of one") {
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
