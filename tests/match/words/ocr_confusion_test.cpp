// SPDX-License-Identifier: MIT
#include "match/words/ocr_confusion.hpp"

#include <doctest/doctest.h>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

void check_pair(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 3);
  auto const is_evident = is_evident_ocr(field[1], field[2]);
  CHECK(ocr_confusable(field[1], field[2]) == (field[0] != "differ"));
  CHECK(ocr_confusable(field[2], field[1]) == (field[0] != "differ"));
  CHECK(is_evident == (field[0] == "evident"));
}

DataCases const pairs(line_cases(test_data("ocr-confusions.txt"), 1), check_pair);

}  // namespace
