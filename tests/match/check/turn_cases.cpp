// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/match/check/invented_library.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

void check_cases(std::string_view file) {
  for (auto const& line : data_lines(file)) {
    auto const field = fields(line);
    REQUIRE_MESSAGE(field.size() == 4, line);
    CAPTURE(line);
    InventedLibrary const invented({one_turn(field[2])});
    auto const finding = check_one(field[3], "Ada Quill", invented.library());
    CAPTURE(finding.message);
    CHECK(to_string(finding.verdict) == field[0]);
    CHECK(classes_of(finding) == field[1]);
  }
}

}  // namespace

TEST_CASE("check: the cases of turns.txt") { check_cases("turns.txt"); }
TEST_CASE("check: the cases of classes.txt") { check_cases("classes.txt"); }
TEST_CASE("check: the cases of frames.txt") { check_cases("frames.txt"); }
