// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/edits/edit_list.hpp"
#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

void check_word_edit(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 3);
  // What stands around keeps the words under test off the edges.
  QuotedWords const quotation({"Yesterday evening in town " + field[1] + " as everybody remembers well."});
  auto const candidate = one_turn("Yesterday evening in town " + field[2] + " as everybody remembers well.");
  Passage const passage(candidate);
  auto const alignment = align(quotation, passage, {});
  PassageText const shown(passage, alignment);
  Policy const policy;
  auto const edits = edits_of(quotation, passage, alignment, shown, {policy, {}, {}, false, false});
  REQUIRE(edits.size() == 1);
  CHECK(to_string(edits[0].edit_class) == field[0]);
}

DataCases const word_edits(line_cases(test_data("word-edits.txt"), 1), check_word_edit);

}  // namespace
