// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

std::string_view at(std::string_view text, ByteSpan span) { return text.substr(span.first, span.last - span.first); }

std::string joined(std::string quotation) {
  constexpr std::string_view tag = " // ";
  for (auto found = quotation.find(tag); found != quotation.npos; found = quotation.find(tag))
    quotation.replace(found, tag.size(), " ");
  return quotation;
}

// The text of a span is the edit's words: turns, segments and half contractions may stand between them otherwise.
bool tells(std::string_view text, ByteSpan span, std::string const& words) {
  return span.first <= span.last && span.last <= text.size() &&
         (at(text, span) == words || span.first == span.last || words.find(" …") != words.npos);
}

Edit const& only_edit(Finding const& finding) {
  REQUIRE(finding.evidence.size() == 1);
  REQUIRE(finding.evidence[0].edits.size() == 1);
  return finding.evidence[0].edits[0];
}

}  // namespace

TEST_CASE("Edit: its spans hold its words, in the cases of quotations.txt") {
  InventedCandidates const invented;
  auto const candidate_source = invented.candidate_source();
  for (auto const& line : data_lines(test_data("quotations.txt"))) {
    CAPTURE(line);
    auto const field = fields(line);
    auto const printed = joined(field[3]);
    auto const finding = check_one(field[3], field[2], candidate_source);
    for (auto const& evidence : finding.evidence) {
      for (auto const& edit : evidence.edits) {
        CAPTURE(to_string(edit.edit_class));
        CAPTURE(edit.quote);
        CAPTURE(edit.source);
        CHECK(tells(printed, edit.quote_span, edit.quote));
        CHECK(tells(evidence.text, edit.source_span, edit.source));
        auto const has_words = !edit.quote.empty() && edit.edit_class != EditClass::typography;
        CHECK((!has_words || edit.quote_span.first < edit.quote_span.last));
      }
    }
  }
}

TEST_CASE("Edit: a short word is marked where it differs, not where it stands first") {
  InventedCandidates const invented({one_turn("The boats in the bay lie at anchor in a row at night.")});
  auto const printed = "The boats in the bay lie in anchor in a row at night.";
  auto const finding = check_one(printed, "Ada Quill", invented.candidate_source());
  auto const& edit = only_edit(finding);
  CHECK(edit.quote_span.first == 25);
  CHECK(edit.quote_span.last == 27);
  CHECK(edit.source_span.first == 25);
  CHECK(edit.source_span.last == 27);
}

TEST_CASE("Edit: an empty span is the place where words are missing") {
  InventedCandidates const invented({one_turn("The old boats lie at anchor in a row at night.")});
  auto const left_out =
      only_edit(check_one("The old boats lie at anchor in a row night.", "Ada Quill", invented.candidate_source()));
  CHECK(left_out.quote_span.first == 37);
  CHECK(left_out.quote_span.last == 37);
  CHECK(left_out.source_span.first == 37);
  CHECK(left_out.source_span.last == 39);
  auto const added = only_edit(
      check_one("The old boats lie safely at anchor in a row at night.", "Ada Quill", invented.candidate_source()));
  CHECK(added.quote_span.first == 18);
  CHECK(added.quote_span.last == 24);
  CHECK(added.source_span.first == 18);
  CHECK(added.source_span.last == 18);
}

TEST_CASE("Edit: brackets, ellipses and tags before a word do not shift its span") {
  InventedCandidates const invented({one_turn(
      "Then they told us in March that the northern ferry would sail again. It sails at ten every blessed day.")});
  auto const printed = std::string("Then [the owners] told us … that [t]he northern ferry would sail again.");
  auto const second = std::string("It sails at ten every single day.");
  auto const finding = check_one(printed + " // " + second, "Ada Quill", invented.candidate_source());
  REQUIRE(finding.evidence.size() == 1);
  auto const& edits = finding.evidence[0].edits;
  auto const changed = std::ranges::find(edits, "single", &Edit::quote);
  REQUIRE(changed != edits.end());
  CHECK(at(printed + " " + second, changed->quote_span) == "single");
  CHECK(at(finding.evidence[0].text, changed->source_span) == "blessed");
  auto const bracket = std::ranges::find(edits, EditClass::bracket, &Edit::edit_class);
  REQUIRE(bracket != edits.end());
  CHECK(at(printed, bracket->quote_span) == "[the owners]");
  CHECK(at(finding.evidence[0].text, bracket->source_span) == "they");
}

TEST_CASE("Edit: a long stretch left out is at its mark in the passage") {
  std::string far;
  while (far.size() < 300) far += "and the tide came in once more ";
  InventedCandidates const invented(
      {one_turn("The harbour wall will be repaired before winter comes, " + far + "and the lamp is lit again by us.")});
  auto const finding =
      check_one("The harbour wall will be repaired before winter comes … and the lamp is lit again by us.", "Ada Quill",
                invented.candidate_source());
  auto const& edit = only_edit(finding);
  CHECK(at(finding.evidence[0].text, edit.source_span) == "[…]");
}
