// SPDX-License-Identifier: MIT
// The cases of the data file: paragraphs of plain text, and what of them are headings.
#include "grammar/transcripts/prose/text_headings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::test;
using namespace quoth::transcripts;

namespace {

// A line is a paragraph, in which "\n" ends a line, then what becomes of it: "#" before a heading, "/" between two
// paragraphs.
void check_headings(DataCase const& data) {
  auto const parts = fields(data.text);
  REQUIRE(parts.size() == 2);
  auto const text = text::to_utf32(parts[0]);
  Paragraph paragraph;
  for (std::u32string_view rest = text;;) {
    auto const end = rest.find(U"\\n");
    paragraph.lines.push_back({rest.substr(0, end), paragraph.lines.empty(), false, {}});
    if (end == rest.npos) break;
    rest.remove_prefix(end + 2);
  }
  std::vector<Paragraph> paragraphs{paragraph};
  mark_headings(paragraphs);
  std::string found;
  for (auto const& each : paragraphs)
    found += (found.empty() ? "" : " / ") + std::string(each.heading ? "# " : "") + each.text();
  CHECK(found == parts[1]);
}

DataCases const headings(line_cases(test_data("text-headings.txt"), 1), check_headings);

}  // namespace
