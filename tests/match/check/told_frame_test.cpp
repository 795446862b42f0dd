// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "tests/match/check/invented_candidates.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

Verdict verdict_in(std::string const& article, std::string const& spoken) {
  InventedCandidates const invented({one_turn(spoken)});
  auto const document = plain_document("article", text::to_utf32(article));
  auto const findings = check(document, extract(document), invented.candidate_source(), Policy());
  REQUIRE(findings.size() == 1);
  return findings.front().verdict;
}

}  // namespace

TEST_CASE("check: a frame that the article tells in its own words is no loss") {
  constexpr auto question = "Do I think the dam will break this winter? No.";
  CHECK(verdict_in("“The dam will break this winter,” Ada Quill said.", question) == Verdict::truncated);
  CHECK(verdict_in("Ada Quill asked whether “the dam will break this winter.”", question) == Verdict::verbatim);
  constexpr auto denial = "I do not think that the dam will break this winter.";
  CHECK(verdict_in("“The dam will break this winter,” Ada Quill said.", denial) == Verdict::truncated);
  CHECK(verdict_in("Ada Quill denied that “the dam will break this winter.”", denial) == Verdict::verbatim);
}
