// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

void check_quotation(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 4);
  InventedCandidates const invented;
  auto const finding = check_one(field[3], field[2], invented.candidate_source());
  CAPTURE(finding.message);
  CHECK(to_string(finding.verdict) == field[0]);
  CHECK(classes_of(finding) == field[1]);
}

DataCases const quotations(line_cases(test_data("quotations.txt"), 2), check_quotation);

}  // namespace
