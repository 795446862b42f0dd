// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "quoth/quotation.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;

// Every text of up to three of these characters.
TEST_CASE("tiny articles") {
  std::u32string_view constexpr alphabet = U"\"'“”‘’«»`„—:.,aA \n";
  CHECK(extract(plain_document("case", U"")).empty());
  for (auto const a : alphabet) {
    CHECK_NOTHROW(extract(plain_document("case", std::u32string{a})));
    for (auto const b : alphabet) {
      CHECK_NOTHROW(extract(plain_document("case", std::u32string{a, b})));
      for (auto const c : alphabet) CHECK_NOTHROW(extract(plain_document("case", std::u32string{a, b, c})));
    }
  }
}

// Minutes where a part of the work is not linear.
TEST_CASE("hostile articles take linear time") {
  constexpr std::size_t size = 300000;
  for (std::string const unit :
       {"“a\n\n", "“TAMM: a b\n\n", "the statement said “a b c”. ", "“It is safe,” he said.\n\n", "Ana “Bo” ",
        "“It is safe,” the mayor said. ", "\"a ", "called “x” by Tamm "}) {
    std::string text;
    while (text.size() < size) text += unit;
    CHECK_NOTHROW(extract(plain_document("case", to_utf32(text))));
  }
  std::string bearers;  // of one surname
  for (int i = 0; bearers.size() < size; ++i) {
    bearers += "Mr. A" + std::string(1, static_cast<char>('a' + i % 26)) +
               std::string(1, static_cast<char>('a' + i / 26 % 26)) + "x Smith said “no”. ";
  }
  CHECK_NOTHROW(extract(plain_document("case", to_utf32(bearers))));
}
