// SPDX-License-Identifier: MIT
// What reports are made of: cells, safe text, wrapped lines, thresholds.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/error.hpp"
#include "tools/reports/csv_cell.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/severity.hpp"
#include "tools/reports/terminal.hpp"

using namespace quoth;
using namespace quoth::tools;

TEST_CASE("csv_cell: always between marks, marks doubled, and nothing a spreadsheet would run") {
  struct Case {
    std::string text;
    std::string cell;
  };
  for (auto const& [each_text, cell] :
       {Case{"", "\"\""}, Case{"plain, with a comma", "\"plain, with a comma\""},
        Case{"a \"b\" c", "\"a \"\"b\"\" c\""}, Case{"=1+1", "\"'=1+1\""}, Case{"+1", "\"'+1\""}, Case{"-1", "\"'-1\""},
        Case{"@sum", "\"'@sum\""}, Case{"|calc", "\"'|calc\""}, Case{"＝1", "\"'＝1\""}, Case{"\tx", "\"' x\""},
        Case{"a=b", "\"a=b\""}, Case{"two\nlines", "\"two lines\""}}) {
    auto const& text = each_text;
    CAPTURE(text);
    CHECK(csv_cell(text) == cell);
  }
}

TEST_CASE("printable: one line without escapes, controls and turns of direction") {
  CHECK(printable("Ana Ruud – “é”") == "Ana Ruud – “é”");
  CHECK(printable("a\x1B[31mb") == "a\uFFFD[31mb");
  CHECK(printable("a\nb\tc\r\nd").find_first_of("\n\t\r") == std::string::npos);
  CHECK(printable("a\u2066b\u200Fc") == "a\uFFFDb\uFFFDc");
  CHECK(printable("a\xFF") == "a\uFFFD");
  CHECK(printable("a\xC2\x9B") == "a\uFFFD");  // the escape of 8 bits
}

TEST_CASE("printable: no command to a build server") {
  CHECK(printable("::error::a") == "\uFFFD:error::a");
  CHECK(printable("\u00A0 ::add-mask::a") == "\u00A0 \uFFFD:add-mask::a");
  CHECK(printable("::") == "\uFFFD:");
  CHECK(printable("a ##vso[task.setvariable variable=PATH]b") == "a \uFFFD#vso[task.setvariable variable=PATH]b");
  CHECK(printable("###[error]a") == "#\uFFFD#[error]a");
  for (std::string const text : {"std::string", "a ::b", "## A heading [1]", "##", "##a", "# [1]", ":"})
    CHECK(printable(text) == text);
}

TEST_CASE("wrapped: no line over the width, further ones indented, colours take no room") {
  Terminal plain{false, 20};
  CHECK(wrapped(plain, "one two three four five", 4) == "one two three\n    four five");
  CHECK(wrapped(plain, "short", 4) == "short");
  CHECK(wrapped(plain, "one two three ::four:: five", 4) == "one two three ::four::\n    five");
  CHECK(wrapped(plain, "one two three \u2003::four:: five", 4) == "one two three \u2003::four::\n    five");
  Terminal coloured{true, 20};
  auto const red = styled(coloured, Style::red, "two");
  CHECK(red != "two");
  CHECK(styled(plain, Style::red, "two") == "two");
  CHECK(wrapped(coloured, "one " + red + " three four five", 4) == "one " + red + " three\n    four five");
}

namespace {

Finding found(Verdict verdict, double confidence = 1) {
  Finding finding;
  finding.verdict = verdict;
  finding.confidence = confidence;
  return finding;
}

Finding unchecked(UncheckedReason reason) {
  auto finding = found(Verdict::unchecked);
  finding.reason = reason;
  return finding;
}

// A document of three segments, with their verdicts, and those of the two joins.
struct Split {
  Document document = markdown_document("a.md", "“One two,” she said, “three four,” and “five six.”");
  Quotation quotation;
  Finding finding;

  Split(Verdict whole, std::vector<Verdict> const& segments, std::vector<Verdict> const& joins) {
    quotation.segments = {{1, 9}, {22, 33}, {40, 49}};
    finding.verdict = whole;
    for (auto const verdict : segments) finding.segments.push_back({verdict, 0.5});
    for (auto const verdict : joins)
      finding.joins.push_back({static_cast<std::uint32_t>(finding.joins.size() + 1), JoinPlace::clause, 3, verdict});
  }
  std::string at_fault() const { return document.utf8(span_at_fault(quotation, finding)); }
};

}  // namespace

TEST_CASE("span_at_fault: the gravest segment, or the one behind the gravest join; the whole where all are alike") {
  using enum Verdict;
  CHECK(Split(altered, {verbatim, altered, verbatim}, {verbatim, verbatim}).at_fault() == "three four,");
  CHECK(Split(distorted, {altered, altered, distorted}, {verbatim, spliced}).at_fault() == "five six.");
  CHECK(Split(spliced, {verbatim, verbatim, verbatim}, {verbatim, spliced}).at_fault() == "five six.");
  CHECK(Split(spliced, {verbatim, altered, verbatim}, {spliced, verbatim}).at_fault() == "three four,");
  CHECK(Split(misattributed, {misattributed, misattributed, misattributed}, {verbatim, verbatim}).at_fault() ==
        "One two,” she said, “three four,” and “five six.");
  CHECK(Split(permitted, {verbatim, permitted, verbatim}, {verbatim, verbatim}).at_fault() ==
        "One two,” she said, “three four,” and “five six.");
  CHECK(Split(unchecked, {}, {}).at_fault() == "One two,” she said, “three four,” and “five six.");
}

TEST_CASE("span_at_fault: of an unconfirmed quotation the segment to confirm") {
  using enum Verdict;
  CHECK(Split(unconfirmed, {verbatim, unconfirmed, verbatim}, {}).at_fault() == "three four,");
  CHECK(Split(altered, {unconfirmed, verbatim, altered}, {}).at_fault() == "five six.");
}

TEST_CASE("has_mixed_verdicts: only where a segment tells more than the quotation") {
  using enum Verdict;
  CHECK_FALSE(has_mixed_verdicts(Split(permitted, {verbatim, permitted, verbatim}, {verbatim, permitted}).finding));
  CHECK_FALSE(has_mixed_verdicts(Split(altered, {altered, altered, altered}, {}).finding));
  CHECK(has_mixed_verdicts(Split(permitted, {verbatim, permitted, unchecked}, {}).finding));
  CHECK(has_mixed_verdicts(Split(unconfirmed, {verbatim, unconfirmed, permitted}, {}).finding));
  CHECK(has_mixed_verdicts(Split(altered, {altered, verbatim, altered}, {}).finding));
  CHECK(has_mixed_verdicts(Split(spliced, {spliced, spliced, spliced}, {verbatim, spliced}).finding));
}

TEST_CASE("printed_differences: of the deciding evidence of every segment, and segments that stand nowhere") {
  Split split(Verdict::not_found, {Verdict::altered, Verdict::not_found, Verdict::altered}, {});
  auto const edit = [](std::uint32_t first, std::uint32_t last, std::uint32_t segment) {
    Edit made;
    made.quote_span = {first, last};
    made.segment = segment;
    return made;
  };
  Evidence first;
  first.segments = {1};
  first.edits = {edit(0, 3, 1)};
  auto other = first;
  other.edits = {edit(4, 7, 1)};
  Evidence third;
  third.segments = {3};
  third.edits = {edit(26, 29, 3)};
  split.finding.evidence = {first, other, third};
  CHECK(deciding_evidence(split.finding).size() == 2);
  std::string marked;
  for (auto const span : printed_differences(split.document, split.quotation, split.finding))
    marked += words_of(split.document, split.quotation).substr(span.first, span.last - span.first) + "|";
  CHECK(marked == "One|three four,|six|");
}

TEST_CASE("FailureThreshold: speech that was not checked fails where it is asked for, what is no speech never") {
  Severities const built_in;
  auto const held = unchecked(UncheckedReason::speaker_not_held);
  auto const headline = unchecked(UncheckedReason::not_speech);
  CHECK_FALSE(FailureThreshold("altered", built_in).fails(held));
  CHECK_FALSE(FailureThreshold("note", built_in).fails(held));
  FailureThreshold const strict("unchecked", built_in);
  CHECK(strict.fails(held));
  CHECK(strict.fails(found(Verdict::altered)));
  CHECK_FALSE(strict.fails(headline));
  CHECK(strict.severities().concerns(held));
  CHECK_FALSE(strict.severities().concerns(headline));
  CHECK(strict.severities().of(headline) == Severity::note);
  auto aside = held;
  aside.set_aside = "heard it myself";
  CHECK_FALSE(strict.fails(aside));
  Severities set;
  set.set(Verdict::unchecked, Severity::error);
  CHECK(FailureThreshold("error", set).fails(held));
  CHECK_FALSE(FailureThreshold("altered", set).fails(held));
  set.set(Verdict::unchecked, Severity::note);
  CHECK_FALSE(FailureThreshold("unchecked", set).fails(held));
}

TEST_CASE("FailureThreshold: what is unconfirmed fails where it is asked for, by a threshold or a severity") {
  Severities const built_in;
  auto const unconfirmed = found(Verdict::unconfirmed);
  CHECK(is_to_confirm(unconfirmed));
  CHECK(built_in.lists(unconfirmed));
  CHECK_FALSE(built_in.concerns(unconfirmed));
  CHECK(built_in.of(unconfirmed) == Severity::note);
  for (auto const* name : {"altered", "unchecked", "note", "warning"}) {
    CAPTURE(name);
    CHECK_FALSE(FailureThreshold(name, built_in).fails(unconfirmed));
  }
  FailureThreshold const strict("unconfirmed", built_in);
  CHECK(strict.fails(unconfirmed));
  CHECK(strict.fails(found(Verdict::altered)));
  CHECK_FALSE(strict.fails(unchecked(UncheckedReason::speaker_not_held)));
  auto aside = unconfirmed;
  aside.set_aside = "the recording has it";
  CHECK_FALSE(strict.fails(aside));
  CHECK_FALSE(strict.severities().lists(aside));
  Severities set;
  set.set(Verdict::unconfirmed, Severity::warning);
  CHECK(FailureThreshold("warning", set).fails(unconfirmed));
  CHECK_FALSE(FailureThreshold("error", set).fails(unconfirmed));
  CHECK_FALSE(FailureThreshold("altered", set).fails(unconfirmed));
  set.set(Verdict::unconfirmed, Severity::note);
  CHECK_FALSE(FailureThreshold("unconfirmed", set).fails(unconfirmed));
}

TEST_CASE("how sure a finding is: rounded down, so that no more is said than is so") {
  CHECK(certainty(Verdict::altered, 0.57) == "57 % sure");
  CHECK(certainty(Verdict::altered, 0.499) == "49 % sure");
  CHECK(certainty(Verdict::altered, 0.8999) == "89 % sure");
  CHECK(less_than_sure(0.5) == "less than 50 % sure");
  CHECK(less_than_sure(0.57) == "less than 57 % sure");
  CHECK(less_than_sure(0.995) == "less than 99.5 % sure");
  CHECK(less_than_sure(0.99999) == "less than 99.99 % sure");
  CHECK(less_than_sure(1) == "less than 100 % sure");
}

TEST_CASE("FailureThreshold: an unconfirmed finding is unsure only where it could fail") {
  Severities severities;
  severities.set_least_confidence(0.8);
  CHECK_FALSE(severities.is_unsure(found(Verdict::unconfirmed, 0.5)));
  FailureThreshold const strict("unconfirmed", severities);
  CHECK(strict.severities().is_unsure(found(Verdict::unconfirmed, 0.5)));
  CHECK_FALSE(strict.fails(found(Verdict::unconfirmed, 0.5)));
  CHECK(strict.fails(found(Verdict::unconfirmed, 0.9)));
}

TEST_CASE("FailureThreshold: what is unsure is a note and never fails") {
  Severities severities;
  severities.set_least_confidence(0.8);
  auto const unsure = found(Verdict::distorted, 0.79);
  CHECK(severities.is_unsure(unsure));
  CHECK(severities.of(unsure) == Severity::note);
  CHECK(severities.concerns(unsure));
  CHECK_FALSE(FailureThreshold("note", severities).fails(unsure));
  CHECK(FailureThreshold("altered", severities).fails(found(Verdict::distorted, 0.8)));
  CHECK_FALSE(severities.is_unsure(found(Verdict::verbatim, 0.1)));
}

TEST_CASE("FailureThreshold: a verdict and all graver ones, or a severity and all above it") {
  Severities const built_in;
  auto const fails = [&](char const* name, Severities const& severities) {
    FailureThreshold const threshold(name, severities);
    std::string verdicts;
    for (auto const verdict : verdicts_to_see()) verdicts += threshold.fails(found(verdict)) ? 'x' : '.';
    CHECK_FALSE(threshold.fails(found(Verdict::verbatim)));
    CHECK_FALSE(threshold.fails(found(Verdict::permitted)));
    return verdicts;
  };
  // altered, spliced, truncated, distorted, not_found, misattributed
  CHECK(fails("altered", built_in) == "xxxxxx");
  CHECK(fails("truncated", built_in) == "..xxxx");
  CHECK(fails("misattributed", built_in) == ".....x");
  CHECK(fails("warning", built_in) == "xxxxxx");
  CHECK(fails("error", built_in) == "...xxx");
  Severities quiet;
  quiet.set(Verdict::misattributed, Severity::note);
  quiet.set(Verdict::spliced, Severity::error);
  CHECK(fails("altered", quiet) == "xxxxx.");
  CHECK(fails("error", quiet) == ".x.xx.");
  CHECK(fails("note", quiet) == "xxxxxx");
  CHECK_THROWS_AS(FailureThreshold("verbatim", built_in), Error);
  CHECK_THROWS_AS(FailureThreshold("loud", built_in), Error);
}
