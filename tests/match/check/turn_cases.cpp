// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

void check_turn(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 4);
  InventedCandidates const invented({one_turn(field[2])});
  auto const finding = check_one(field[3], "Ada Quill", invented.candidate_source());
  CAPTURE(finding.message);
  CHECK(to_string(finding.verdict) == field[0]);
  CHECK(classes_of(finding) == field[1]);
}

DataCases const turns(line_cases(test_data("turns.txt"), 2), check_turn);
DataCases const classes(line_cases(test_data("classes.txt"), 2), check_turn);
DataCases const frames(line_cases(test_data("frames.txt"), 2), check_turn);

}  // namespace
