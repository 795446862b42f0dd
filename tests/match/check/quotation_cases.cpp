// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/match/check/invented_library.hpp"

using namespace quoth;
using namespace quoth::test;

TEST_CASE("check: the cases of quotations.txt") {
  InventedLibrary const invented;
  auto const library = invented.library();
  for (auto const& line : data_lines("quotations.txt")) {
    auto const field = fields(line);
    REQUIRE_MESSAGE(field.size() == 4, line);
    CAPTURE(line);
    auto const finding = check_one(field[3], field[2], library);
    CAPTURE(finding.message);
    CHECK(to_string(finding.verdict) == field[0]);
    CHECK(classes_of(finding) == field[1]);
  }
}
