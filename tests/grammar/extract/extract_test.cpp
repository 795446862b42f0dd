// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "quoth/quotation.hpp"
#include "tests/growth.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::test;

namespace {

std::string repeated(std::string const& unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

std::string bearers_of_one_surname(std::size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) {
    text += "Mr. A" + std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26 % 26)) + "x Smith said “no”. ";
  }
  return text;
}

std::string heads_of_one_body(std::size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) {
    text += "Larkfield chief said “no”. Tom T" + std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26 % 26)) +
            std::string(1, static_cast<char>('a' + i / 676 % 26)) + ", chief executive, left. ";
  }
  return text;
}

// The code points of all names, roles and documents that an attribution has, of which each may be in every quotation.
std::size_t size_of_names(Attribution const& attribution) {
  auto size = to_utf32(attribution.speaker + attribution.via + attribution.reason).size();
  for (auto const& alias : attribution.aliases) size += to_utf32(alias).size();
  for (auto const& candidate : attribution.candidates) {
    size += to_utf32(candidate.speaker).size();
    for (auto const& alias : candidate.aliases) size += to_utf32(alias).size();
  }
  return size;
}

}  // namespace

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

TEST_CASE("a text of over a million characters is read in parts, places and numbers as in the whole") {
  std::string const paragraph = "“The bridge is safe,” Ana Tamm said. “It will stay open.”\n\n";
  auto const count = 1'300'000 / to_utf32(paragraph).size();
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += paragraph;
  auto const document = plain_document("case", to_utf32(text));
  auto const quotations = extract(document);
  REQUIRE(quotations.size() == count);
  for (std::size_t i = 0; i < count; ++i) {
    auto const& quotation = quotations[i];
    REQUIRE(quotation.id == static_cast<int>(i) + 1);
    REQUIRE(quotation.segments.size() == 2);
    REQUIRE(document.utf8(quotation.segments[1]) == "It will stay open.");
    REQUIRE(document.utf8(*quotation.attribution->mention) == "Ana Tamm");
    REQUIRE(document.utf8(*quotation.attribution->cue) == "said");
  }
}

TEST_CASE("a paragraph of over a million characters is read in parts that end between sentences") {
  std::string const sentences = "“The bridge is safe,” Ana Tamm said. The council met in the old hall. ";
  auto const count = 2'500'000 / to_utf32(sentences).size();
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += sentences;
  auto const document = plain_document("case", to_utf32(text));
  auto const quotations = extract(document);
  REQUIRE(quotations.size() == count);
  for (std::size_t i = 0; i < count; ++i) {
    REQUIRE(quotations[i].id == static_cast<int>(i) + 1);
    REQUIRE(document.utf8(quotations[i].segments[0]) == "The bridge is safe,");
    REQUIRE(document.utf8(*quotations[i].attribution->mention) == "Ana Tamm");
  }
}

TEST_CASE("memory goes by the size of the text, however close together its first quotations stand") {
  auto const text = repeated("“a b c” “d e f” ", 9'000) + "\n\n" + repeated("abcd ", 1'100'000) + "\n\n" +
                    repeated("It rained all day in the old town.\n\n", 1'140'000);
  auto const quotations = extract(plain_document("case", to_utf32(text)));
  CHECK(quotations.size() > 100);
  CHECK(quotations.capacity() < text.size() / 90);
}

TEST_CASE("a word of over a million characters is no trouble") {
  CHECK(extract(plain_document("case", std::u32string(2'500'000, U'a'))).empty());
}

TEST_CASE("names and roles of any length and number are not copied whole into every quotation") {
  std::string const he = "“We will open it,” he said. ";
  std::string roles;
  for (std::string const role :
       {"mayor",     "teacher",   "doctor",   "lawyer",    "farmer",    "baker",    "sailor",  "poet",
        "judge",     "captain",   "pilot",    "nurse",     "writer",    "singer",   "priest",  "actor",
        "chairman",  "director",  "engineer", "scientist", "manager",   "minister", "senator", "governor",
        "president", "secretary", "owner",    "student",   "professor", "spokesman"})
    roles += "Paul Berg, the " + repeated("gold ", 190) + role + ", opened it. ";
  for (auto const& article :
       {"Paul " + repeated("Berg ", 20'000) + "opened it. " + he, "Paul B" + repeated("e", 3'000) + " opened it. " + he,
        "Paul “B" + repeated("e", 20'000) + "” Berg opened it. " + he,
        "Paul Berg, the " + repeated("gold ", 20'000) + "mayor of Harrow, opened it. " + he,
        "The " + repeated("gold ", 20'000) + "mayor said “we will open it”. ",
        "The " + repeated("gold ", 20'000) + "crowd said “we will open it”. They said “no”.",
        "Paul Berg said in a " + repeated("gold ", 20'000) + "statement “we will open it”.",
        "The " + repeated("gold ", 20'000) + "report said “we will open it”.", roles + he}) {
    CAPTURE(article.substr(0, 40));
    auto const quotations = extract(plain_document("case", to_utf32(article)));
    REQUIRE(!quotations.empty());
    REQUIRE(quotations.back().attribution);
    CHECK(size_of_names(*quotations.back().attribution) < 10'000);
  }
}

TEST_CASE("a block quotation of over a million characters stays with who says it") {
  std::string text = "The council met.\n\nAna Tamm wrote:\n\n>";
  while (text.size() < 1'100'000) text += " We will close the bridge.";
  auto const quotations = extract(markdown_document("case", text + "\n\nThe council went home.\n"));
  REQUIRE(quotations.size() == 1);
  REQUIRE(quotations.front().attribution);
  CHECK(quotations.front().attribution->speaker == "Ana Tamm");
}

TEST_CASE("hostile articles take linear time") {
  auto const check_linear = [](auto const& text_of_size) {
    CHECK(growth(75000, [&](std::size_t size) { extract(plain_document("case", to_utf32(text_of_size(size)))); }) <
          linear_growth);
  };
  for (std::string const unit :
       {"“a\n\n", "“TAMM: a b\n\n", "the statement said “a b c”. ", "“It is safe,” he said.\n\n", "Ana “Bo” ",
        "“It is safe,” the mayor said. ", "\"a ", "called “x” by Tamm ", "“x” by Tamm, "}) {
    CAPTURE(unit);
    check_linear([&](std::size_t size) { return repeated(unit, size); });
  }
  check_linear(bearers_of_one_surname);
  check_linear(heads_of_one_body);
}

TEST_CASE("hostile block quotations take linear time") {
  for (std::string const unit :
       {"> The bridge is safe.\n>\n", ">", "> > > > a\n\n", "She wrote:\n\n> It is — Safe. (a\n\n", "> “a\n>\n",
        "> — Ana\n>\n> a\n\n", "> > a\n> b\n"}) {
    CAPTURE(unit);
    CHECK(growth(75000, [&](std::size_t size) { extract(markdown_document("case", repeated(unit, size))); }) <
          linear_growth);
    CHECK(growth(75000, [&](std::size_t size) { extract(plain_document("case", to_utf32(repeated(unit, size)))); }) <
          linear_growth);
  }
}
