// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "match/edits/edit_list.hpp"
#include "tests/match/check/invented_library.hpp"

using namespace quoth;
using namespace quoth::test;

TEST_CASE("edits_of: the cases of word-edits.txt") {
  Policy const policy;
  for (auto const& line : data_lines("word-edits.txt")) {
    auto const field = fields(line);
    REQUIRE_MESSAGE(field.size() == 3, line);
    CAPTURE(line);
    // What stands around keeps the words under test off the edges.
    QuotedWords const quotation({"Yesterday evening in town " + field[1] + " as everybody remembers well."});
    auto const candidate = one_turn("Yesterday evening in town " + field[2] + " as everybody remembers well.");
    Passage const passage(candidate);
    auto const alignment = align(quotation, passage, {});
    PassageText const shown(passage, alignment);
    auto const edits = edits_of(quotation, passage, alignment, shown, {policy, false, {}});
    REQUIRE(edits.size() == 1);
    CHECK(edits[0].edit_class == field[0]);
  }
}
