// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

void check_wording(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 5);
  InventedCandidates const invented({one_turn(field[3])});
  auto const check = [&](std::string_view policy) {
    return check_one(field[4], "Ada Quill", invented.candidate_source(), Policy::named(policy));
  };
  auto const finding = check("ap");
  CAPTURE(finding.message);
  CHECK(to_string(finding.verdict) == field[0]);
  CHECK(to_string(check("strict").verdict) == field[1]);
  CHECK(classes_of(finding) == field[2]);
}

DataCases const wordings(line_cases(test_data("wording.txt"), 3), check_wording);

}  // namespace

TEST_CASE("a word repeated two hundred times is the same words") {
  std::string turn;
  for (int i = 0; i < 200; ++i) turn += "never ";
  InventedCandidates const invented({one_turn("They asked me twice. " + turn)});
  auto const finding = check_one(turn, "Ada Quill", invented.candidate_source());
  CHECK(to_string(finding.verdict) == "verbatim");
}

TEST_CASE("a word hyphenated at a line end equals the word") {
  InventedCandidates const invented({one_turn("The repair is paid by the govern-\nment and by the coun-\n  ty.")});
  auto const finding =
      check_one("The repair is paid by the government and by the county.", "Ada Quill", invented.candidate_source());
  CHECK(to_string(finding.verdict) == "verbatim");
  CHECK(classes_of(finding) == "-");
}
