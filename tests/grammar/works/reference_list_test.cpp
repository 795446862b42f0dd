// SPDX-License-Identifier: MIT
// The cases of the data files: entries of lists of references, and articles with such lists.
#include "grammar/works/reference_list.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::grammar;
using namespace quoth::test;

namespace {

std::string shown(Reference const& reference) {
  auto const field = [](std::u32string const& words) { return words.empty() ? "-" : text::to_utf8(words); };
  return field(reference.author) + " | " + field(reference.title) + " | " + field(reference.year);
}

// A line is an entry, then who wrote what and when.
void check_entry(DataCase const& data) {
  auto const end = data.text.find(" | ");
  REQUIRE(end != data.text.npos);
  CHECK(shown(reference_of(text::to_utf32(data.text.substr(0, end)))) == data.text.substr(end + 3));
}

// Plain text, or Markdown under a line "as: md".
Document article_of(std::string const& text) {
  constexpr std::string_view markdown = "as: md\n";
  if (!text.starts_with(markdown)) return plain_document("case", text::to_utf32(text));
  return markdown_document("case", text.substr(markdown.size()));
}

// An article, a line "--", then the works of its list by their numbers.
void check_list(DataCase const& data) {
  auto const parted = data.text.find("\n--\n");
  REQUIRE(parted != data.text.npos);
  ReferenceList const list(article_of(data.text.substr(0, parted + 1)));
  constexpr std::uint32_t highest_number = 150;
  std::string found;
  for (std::uint32_t number = 1; number <= highest_number; ++number) {
    if (auto const* reference = list.numbered(number))
      found += std::to_string(number) + " | " + shown(*reference) + '\n';
  }
  auto expected = data.text.substr(parted + 4);
  while (expected.ends_with("\n\n")) expected.pop_back();
  check_same(expected == "\n" ? "" : expected, found, "the list of references");
}

DataCases const entries(line_cases(test_data("references.txt"), 1), check_entry);
DataCases const lists(block_cases(test_data("reference-lists.txt")), check_list);

}  // namespace
