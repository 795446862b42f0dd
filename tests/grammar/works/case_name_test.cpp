// SPDX-License-Identifier: MIT
// The cases of the data files: the names of court cases in a text, and the title that opens a sentence.
#include "grammar/works/case_name.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::grammar;
using namespace quoth::test;

namespace {

// A line is a text, then the names of its cases; "-" for none.
void check_cases(DataCase const& data) {
  auto const parts = fields(data.text);
  REQUIRE(parts.size() == 2);
  auto const text = text::to_utf32(parts[0]);
  std::string found;
  for (auto const span : case_names(text))
    found += (found.empty() ? "" : "; ") + text::to_utf8(text.substr(span.first, span.size()));
  CHECK((found.empty() ? "-" : found) == parts[1]);
}

// A line is a sentence, then the title of two words or more that it opens with, then the one of any length.
void check_title(DataCase const& data) {
  auto const parts = fields(data.text);
  REQUIRE(parts.size() == 3);
  auto const text = text::to_utf32(parts[0]);
  for (bool const one_word : {false, true}) {
    auto const title = opening_title(text, {0, static_cast<std::uint32_t>(text.size())}, one_word);
    CHECK((title ? text::to_utf8(text.substr(title->first, title->size())) : "-") == parts[one_word ? 2 : 1]);
  }
}

DataCases const cases(line_cases(test_data("case-names.txt"), 1), check_cases);
DataCases const titles(line_cases(test_data("opening-titles.txt"), 1), check_title);

}  // namespace
