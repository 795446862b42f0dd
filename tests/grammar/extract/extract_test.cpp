// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "quoth/quotation.hpp"
#include "tests/grammar/extract/cases.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;

namespace {

std::string segments(Document const& document, Quotation const& quotation) {
  std::string joined;
  for (auto const segment : quotation.segments) joined += (joined.empty() ? "" : " / ") + document.utf8(segment);
  return joined;
}

std::string kinds_and_words(Document const& document) {
  std::string lines;
  for (auto const& quotation : extract(document)) {
    lines += std::string(to_string(quotation.kind)) + "; " + segments(document, quotation) + '\n';
  }
  return lines;
}

// The first words of what is quoted, as many as the case gives.
bool starts_alike(std::string const& actual, std::string const& expected) {
  return actual.starts_with(expected.substr(0, expected.size()));
}

std::string speakers(Document const& document) {
  std::string lines;
  for (auto const& quotation : extract(document)) {
    auto const& attribution = quotation.attribution;
    auto const mention = attribution && attribution->mention ? document.utf8(*attribution->mention) : "-";
    auto const speaker = attribution && !attribution->speaker.empty() ? attribution->speaker : "-";
    lines += mention + "; " + speaker + "; " + segments(document, quotation) + '\n';
  }
  return lines;
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

void check_speakers(Case const& example) {
  auto const actual = speakers(plain_document("case", to_utf32(example.article)));
  auto const found = lines_of(actual);
  auto const wanted = lines_of(example.expected);
  INFO(actual);
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    INFO("wanted: ", wanted[i]);
    CHECK(starts_alike(found[i], wanted[i]));
  }
}

}  // namespace

TEST_CASE("quotation marks") {
  for (auto const& example : read_cases("quotation-marks.txt")) {
    SUBCASE(example.name.c_str()) {
      CHECK(kinds_and_words(plain_document("case", to_utf32(example.article))) == example.expected);
    }
  }
}

TEST_CASE("kinds of quotation") {
  for (auto const& example : read_cases("kinds.txt")) {
    SUBCASE(example.name.c_str()) {
      CHECK(kinds_and_words(plain_document("case", to_utf32(example.article))) == example.expected);
    }
  }
}

TEST_CASE("who speaks") {
  for (auto const& example : read_cases("attribution.txt")) {
    SUBCASE(example.name.c_str()) { check_speakers(example); }
  }
}

TEST_CASE("who speaks in articles of other kinds") {
  for (auto const& example : read_cases("kinds-of-text.txt")) {
    SUBCASE(example.name.c_str()) { check_speakers(example); }
  }
}

TEST_CASE("who speaks where other programs are known to fail") {
  for (auto const& example : read_cases("known-faults.txt")) {
    SUBCASE(example.name.c_str()) { check_speakers(example); }
  }
}

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
