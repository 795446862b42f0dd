// SPDX-License-Identifier: MIT
// Quotations in other languages than English.
#include <doctest/doctest.h>

#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

Finding check_in(std::string_view language, std::string const& turn, std::string const& printed) {
  InventedCandidates const invented({one_turn(turn)});
  auto document = plain_document("case", text::to_utf32("“" + printed + "”"));
  document.language = language;
  Quotation quotation;
  quotation.id = 1;
  quotation.segments = {Span{1, static_cast<std::uint32_t>(document.text().size()) - 1}};
  quotation.attribution.emplace();
  quotation.attribution->speaker = "Ada Quill";
  quotation.attribution->naming = Naming::name;
  quotation.attribution->confidence = 1;
  return match::check(document, {quotation}, invented.candidate_source(), Policy()).front();
}

// The turn | the quotation, which lacks a negation or has one more.
void check_negation(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 2);
  auto const finding = check_in("de", field[0], field[1]);
  CAPTURE(finding.message);
  CHECK(to_string(finding.verdict) == "distorted");
  CHECK(to_string(check_in("de", field[0], field[0]).verdict) == "verbatim");
}

// The language | the verdict | the classes | the turn | the quotation
void check_wording(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 5);
  auto const finding = check_in(field[0], field[3], field[4]);
  CAPTURE(finding.message);
  CHECK(to_string(finding.verdict) == field[1]);
  CHECK(classes_of(finding) == field[2]);
}

DataCases const negations(line_cases(test_data("german-negations.txt"), 2), check_negation);
DataCases const wordings(line_cases(test_data("language-wording.txt"), 3), check_wording);

}  // namespace
