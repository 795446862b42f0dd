// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

void check_told_frame(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 3);
  InventedCandidates const invented({one_turn(field[1])});
  auto const document = plain_document("article", text::to_utf32(field[2]));
  auto const findings = check(document, extract(document), invented.candidate_source(), Policy());
  REQUIRE(findings.size() == 1);
  CAPTURE(findings.front().message);
  CHECK(to_string(findings.front().verdict) == field[0]);
}

DataCases const told_frames(line_cases(test_data("told-frames.txt"), 3), check_told_frame);

}  // namespace
