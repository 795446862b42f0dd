// SPDX-License-Identifier: MIT
#include "match/findings/finding_rows.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "quoth/document.hpp"

using namespace quoth;
using quoth::match::FindingRows;

namespace {

CheckedQuotation quotation_at(Span span, Verdict verdict) {
  CheckedQuotation checked;
  checked.quotation.id = 1;
  checked.quotation.segments = {span};
  checked.finding.verdict = verdict;
  checked.finding.fidelity = 2.0 / 3;
  return checked;
}

}  // namespace

TEST_CASE("FindingRows: the same words have the same number, whatever their typography") {
  auto const article = plain_document("a", U"The ferry’s late, and\nthe ferry's late");
  FindingRows const rows(article, {quotation_at({0, 16}, Verdict::verbatim), quotation_at({22, 38}, Verdict::verbatim),
                                   quotation_at({0, 11}, Verdict::verbatim)});
  auto const& quotations = rows.rows().quotations;
  REQUIRE(quotations.size() == 3);
  CHECK(quotations[0].text == "The ferry’s late");
  CHECK(quotations[0].words == 3);
  CHECK(quotations[1].line == 2);
  CHECK(quotations[0].same_words == quotations[1].same_words);
  CHECK(quotations[0].same_words != quotations[2].same_words);
}

TEST_CASE("FindingRows: numbers are rounded, and missing where there are none") {
  auto const article = plain_document("a", U"The ferry is late");
  auto found = quotation_at({0, 17}, Verdict::altered);
  Evidence passage;
  passage.time = std::numeric_limits<double>::infinity();
  passage.chance = 0.00012345;
  passage.segments = {1, 2};
  Edit edit;
  edit.machine_error = true;
  edit.time = 3.5;
  passage.edits = {Edit{}, edit, edit};
  found.finding.evidence = {passage};
  auto set_aside = quotation_at({0, 17}, Verdict::altered);
  set_aside.finding.set_aside = "a letter";
  FindingRows const rows(article, {found, quotation_at({0, 17}, Verdict::unchecked), set_aside});
  auto const& first = rows.rows().quotations.at(0);
  CHECK(rows.rows().checked == 2);
  CHECK(first.fidelity == 0.6667);
  CHECK(first.must_be_seen);
  REQUIRE(first.evidence.size() == 1);
  CHECK_FALSE(first.evidence[0].time.has_value());
  CHECK(first.evidence[0].chance == doctest::Approx(0.000123));
  CHECK(first.evidence[0].segments == "1 2");
  CHECK(first.evidence[0].edits == 3);
  CHECK(first.evidence[0].machine_errors == 2);
  CHECK(first.evidence[0].check_time == 3.5);
  CHECK_FALSE(rows.rows().quotations.at(1).fidelity.has_value());
  CHECK_FALSE(rows.rows().quotations.at(2).must_be_seen);
}
