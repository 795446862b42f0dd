// SPDX-License-Identifier: MIT
// What reports are made of: cells, safe text, wrapped lines, patches, thresholds.
#include <doctest/doctest.h>

#include <string>

#include "quoth/error.hpp"
#include "tools/reports/csv_cell.hpp"
#include "tools/reports/html_text.hpp"
#include "tools/reports/severity.hpp"
#include "tools/reports/terminal.hpp"
#include "tools/reports/unified_diff.hpp"

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

TEST_CASE("text_html: no mark-up leaves its element") {
  CHECK(text_html("<b title=\"a\">&amp; 'x'</b>") == "&lt;b title=&quot;a&quot;&gt;&amp;amp; &#39;x&#39;&lt;/b&gt;");
  CHECK(text_html("a\u202Eb") == "a\uFFFDb");
}

TEST_CASE("printable: one line without escapes, controls and turns of direction") {
  CHECK(printable("Ana Ruud – “é”") == "Ana Ruud – “é”");
  CHECK(printable("a\x1B[31mb") == "a\uFFFD[31mb");
  CHECK(printable("a\nb\tc\r\nd").find_first_of("\n\t\r") == std::string::npos);
  CHECK(printable("a\u2066b\u200Fc") == "a\uFFFDb\uFFFDc");
  CHECK(printable("a\xFF") == "a\uFFFD");
  CHECK(printable("a\xC2\x9B") == "a\uFFFD");  // the escape of 8 bits
}

TEST_CASE("wrapped: no line over the width, further ones indented, colours take no room") {
  Terminal plain{false, 20};
  CHECK(wrapped(plain, "one two three four five", 4) == "one two three\n    four five");
  CHECK(wrapped(plain, "short", 4) == "short");
  Terminal coloured{true, 20};
  auto const red = styled(coloured, Style::red, "two");
  CHECK(red != "two");
  CHECK(styled(plain, Style::red, "two") == "two");
  CHECK(wrapped(coloured, "one " + red + " three four five", 4) == "one " + red + " three\n    four five");
}

TEST_CASE("unified_diff: three lines of context, near changes in one hunk, far ones in two") {
  std::string file;
  for (int i = 1; i <= 20; ++i) file += "line " + std::to_string(i) + "\n";
  auto const at = [&](std::string const& words) { return file.find(words + "\n"); };
  CHECK(unified_diff("a.md", file, {}) == "");
  auto const one = unified_diff("a.md", file, {{at("line 10"), at("line 10") + 4, "LINE"}});
  CHECK(one ==
        "--- a/a.md\n+++ b/a.md\n@@ -7,7 +7,7 @@\n line 7\n line 8\n line 9\n-line 10\n+LINE 10\n line 11\n line 12\n "
        "line 13\n");
  auto const hunks = [&](std::string const& first, std::string const& second) {
    auto const patch = unified_diff("a.md", file, {{at(first), at(first) + 4, "X"}, {at(second), at(second) + 4, "X"}});
    std::size_t count = 0;
    for (auto hunk = patch.find("\n@@ "); hunk != patch.npos; hunk = patch.find("\n@@ ", hunk + 1)) ++count;
    return count;
  };
  CHECK(hunks("line 3", "line 5") == 1);
  CHECK(hunks("line 3", "line 15") == 2);
  CHECK(unified_diff("a.md", "no end", {{0, 2, "an"}}).ends_with("+an end\n\\ No newline at end of file\n"));
}

TEST_CASE("FailureThreshold: a verdict and all graver ones, or a severity and all above it") {
  Severities const built_in;
  auto const fails = [&](char const* name, Severities const& severities) {
    FailureThreshold const threshold(name, severities);
    std::string verdicts;
    for (auto const verdict : verdicts_to_see()) verdicts += threshold.fails(verdict) ? 'x' : '.';
    CHECK_FALSE(threshold.fails(Verdict::verbatim));
    CHECK_FALSE(threshold.fails(Verdict::permitted));
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
