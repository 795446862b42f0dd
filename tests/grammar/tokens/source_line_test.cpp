// SPDX-License-Identifier: MIT
// The cases of the data files: block quotations, of which a line or a bracket at their end names the source.
#include "grammar/tokens/source_line.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::grammar;
using namespace quoth::test;

namespace {

// A line is a block, in which "\n" stands for the end of a line, then what of it is no quoted words; "-" for nothing.
void check_source(DataCase const& data) {
  auto const parts = fields(data.text);
  REQUIRE(parts.size() == 2);
  auto block = parts[0];
  for (auto at = block.find("\\n"); at != block.npos; at = block.find("\\n", at)) block.replace(at, 2, "\n");
  auto const text = text::to_utf32(block);
  auto const words = words_without_source(text, {0, static_cast<std::uint32_t>(text.size())});
  auto source = text.substr(words.last);
  source.erase(0, source.find_first_not_of(U" \n"));
  CHECK(words.first == 0);
  CHECK((source.empty() ? "-" : text::to_utf8(source)) == parts[1]);
}

// A line is a paragraph, then whether it is a citation of a work.
void check_citation(DataCase const& data) {
  auto const parts = fields(data.text);
  REQUIRE(parts.size() == 2);
  CHECK((is_citation(text::to_utf32(parts[0])) ? "citation" : "text") == parts[1]);
}

DataCases const sources(line_cases(test_data("source-lines.txt"), 1), check_source);
DataCases const citations(line_cases(test_data("citation-lines.txt"), 1), check_citation);

}  // namespace
