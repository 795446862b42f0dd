// SPDX-License-Identifier: MIT
#include "text/words/lines.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

TEST_CASE("take_line: line feeds part lines, the last needs none") {
  std::string_view rest = "one\r\n\ntwo";
  std::vector<std::string> lines;
  while (!rest.empty()) lines.emplace_back(quoth::text::take_line(rest));
  CHECK(lines == std::vector<std::string>{"one\r", "", "two"});
  CHECK(quoth::text::take_line(rest).empty());
}

TEST_CASE("trimmed: blanks at both ends, of which no-break spaces are one in UTF-32") {
  CHECK(quoth::text::trimmed(" \t a b\r\n") == "a b");
  CHECK(quoth::text::trimmed(std::string_view(" \n")).empty());
  CHECK(quoth::text::trimmed(" a\t", " ") == "a\t");
  CHECK(quoth::text::trimmed(U"\u00A0 a\u202F") == U"a\u202F");
}

TEST_CASE("trimmed: what is empty still points into its text") {
  std::string_view const text = "  ";
  CHECK(quoth::text::trimmed(text).data() == text.data());
}

}  // namespace
