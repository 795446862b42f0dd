// SPDX-License-Identifier: MIT
// The cases of the data files: each an article, a line "--", then one line for each quotation that is to be found.
#include <doctest/doctest.h>

#include <sstream>

#include "quoth/quotation.hpp"
#include "tests/data_cases.hpp"
#include "tests/growth.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

void add(std::string& all, std::string_view unit, std::string const& first, std::string const& last = {}) {
  if (first.empty() || first == "0") return;
  all += (all.empty() ? "" : ", ") + std::string(unit) + " " + first;
  if (!last.empty() && last != "0" && last != first) all += " to " + last;
}

std::string shown(Quotation const& quotation) {
  if (!quotation.place) return "-";
  auto const& place = *quotation.place;
  std::string all;
  add(all, "page", place.page, place.last_page);
  add(all, "line", std::to_string(place.line), std::to_string(place.last_line));
  add(all, "section", place.section);
  add(all, "chapter", place.chapter);
  add(all, "paragraph", std::to_string(place.paragraph));
  if (!place.cited && !place.time) all = "said: " + all;
  if (place.time) add(all, "time", std::to_string(static_cast<int>(*place.time)));
  return all;
}

std::string shown_notes(Quotation const& quotation) {
  std::string all;
  for (auto const note : quotation.notes) all += (all.empty() ? "" : ", ") + std::string(to_string(note));
  return all.empty() ? "-" : all;
}

// Plain text, or Markdown under a line "as: md".
Document article_of(std::string const& text) {
  constexpr std::string_view markdown = "as: md\n";
  if (!text.starts_with(markdown)) return plain_document("case", text::to_utf32(text));
  return markdown_document("case", text.substr(markdown.size()));
}

// Of the quoted words a case gives the first, as many as tell which quotation is meant.
void check_lines(DataCase const& data, std::string (*first_field)(Quotation const&)) {
  auto const rule = data.text.find("\n--\n");
  REQUIRE(rule != data.text.npos);
  auto const article = article_of(data.text.substr(0, rule + 1));
  std::istringstream lines(data.text.substr(rule + 4));
  std::string expected;
  std::string found;
  auto const quotations = extract(article);
  std::size_t i = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    expected += line + '\n';
    if (i == quotations.size()) continue;
    auto own = first_field(quotations[i]) + "; " + article.utf8(quotations[i].segments.front());
    found += (own.starts_with(line) ? line : own) + '\n';
    ++i;
  }
  for (; i < quotations.size(); ++i) found += article.utf8(quotations[i].segments.front()) + '\n';
  check_same(expected, found, "what stands beside the quotations");
}

DataCases const places(block_cases(test_data("places.txt")), [](DataCase const& data) { check_lines(data, shown); });
DataCases const beside(block_cases(test_data("places-beside.txt")),
                       [](DataCase const& data) { check_lines(data, shown); });
DataCases const notes(block_cases(test_data("editorial-notes.txt")),
                      [](DataCase const& data) { check_lines(data, shown_notes); });

}  // namespace

TEST_CASE("hostile places take linear time") {
  for (std::string const unit :
       {"p. 1 ", "at 12:31 ", "1d A. ", "id ", "(emphasis and ", "p. 1(a)(a)", "“a” (p. 1) "}) {
    CAPTURE(unit);
    auto const read = [&](std::size_t size) {
      std::string text = "“It is safe,” he said. ";
      while (text.size() < size) text += unit;
      extract(plain_document("case", text::to_utf32(text)));
    };
    CHECK(growth(75000, read) < linear_growth);
  }
  auto const read_block = [](std::size_t size) {
    std::string text = "She wrote:\n\n> It is safe ";
    while (text.size() < size) text += "(cleaned up) ";
    extract(markdown_document("case", text));
  };
  CHECK(growth(75000, read_block) < linear_growth);
}
