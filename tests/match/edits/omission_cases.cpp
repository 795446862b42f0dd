// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "match/align/quoted_words.hpp"
#include "match/edits/omission.hpp"
#include "tests/data_cases.hpp"
#include "tests/match/edits/marked_turns.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

void check_omission(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 2);
  MarkedTurns const turns(field[1]);
  std::string all;
  for (auto const& omission : classify_omission(turns.passage().tokens(), turns.marked())) {
    all += (all.empty() ? "" : "; ") + std::string(to_string(omission.found.edit_class)) + ": " +
           turns.words(omission.source);
  }
  CHECK(all == field[0]);
}

void check_jump(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 3);
  MarkedTurns const turns(field[2]);
  Difference jump;
  jump.kind = Difference::Kind::gap;
  jump.join = field[1] == "ellipsis" ? Join::ellipsis : field[1] == "tag" ? Join::tag : Join::none;
  jump.source = turns.marked();
  CHECK(to_string(classify_jump(turns.passage(), jump).edit_class) == field[0]);
}

DataCases const omissions(line_cases(test_data("omissions.txt"), 1), check_omission);
DataCases const jumps(line_cases(test_data("jumps.txt"), 2), check_jump);

}  // namespace
