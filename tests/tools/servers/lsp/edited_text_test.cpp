// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/edited_text.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>

#include "tests/growth.hpp"

using namespace quoth::tools;

namespace {

// The same change in the text whose lines are counted anew.
bool replace_anew(std::string& text, PositionEncoding encoding, TextRange const& range, std::string_view words) {
  TextLines const lines(text, encoding);
  auto const first = lines.byte_of(range.start);
  auto const last = lines.byte_of(range.end);
  if (last < first) return false;
  text.replace(first, last - first, words);
  return true;
}

constexpr std::array<std::string_view, 10> pieces{"a",  "é",    "😀",    "“we”", "\n",
                                                  "\r", "\r\n", "\n\r", "",     "one two three"};

}  // namespace

TEST_CASE("EditedText: changes anywhere are those of a text whose lines are counted anew each time") {
  std::mt19937 random(20311);
  auto const below = [&](std::uint32_t most) { return static_cast<std::uint32_t>(random() % most); };
  for (auto const encoding : {PositionEncoding::utf8, PositionEncoding::utf16}) {
    for (int run = 0; run < 200; ++run) {
      std::string text;
      for (int i = 0; i < 12; ++i) text += pieces.at(below(pieces.size()));
      EditedText edited(text, encoding);
      for (int i = 0; i < 30; ++i) {
        TextPlace const start{below(6), below(8)};
        TextPlace const end = below(3) > 0 ? start : TextPlace{start.line + below(2), below(8)};
        auto const words = pieces.at(below(pieces.size()));
        CAPTURE(text);
        REQUIRE(edited.replace({start, end}, words) == replace_anew(text, encoding, {start, end}, words));
        REQUIRE(EditedText(edited).text() == text);
      }
    }
  }
}

TEST_CASE("EditedText: many changes in one line, in either direction") {
  std::string const line(2000, 'a');
  EditedText forth(line, PositionEncoding::utf16);
  EditedText back(line, PositionEncoding::utf16);
  for (std::uint32_t i = 0; i < 2000; ++i) {
    CHECK(forth.replace({{0, 2 * i}, {0, 2 * i}}, "b"));
    CHECK(back.replace({{0, 1999 - i}, {0, 1999 - i}}, "b"));
  }
  std::string expected;
  for (int i = 0; i < 2000; ++i) expected += "ba";
  CHECK(forth.text() == expected);
  CHECK(back.text() == expected);
}

TEST_CASE("EditedText: many changes of a long text, in either direction, take time by their number and its length") {
  for (bool const forth : {true, false}) {
    auto const work = [&](std::size_t size) {
      std::string text;
      for (std::size_t i = 0; i < size; ++i) text += "It rained in the harbour all day, and nobody came.\n";
      EditedText edited(text, PositionEncoding::utf16);
      auto const lines = static_cast<std::uint32_t>(size);
      for (std::uint32_t i = 0; i < lines; i += 2) {
        auto const line = forth ? i : lines - 1 - i;
        edited.replace({{line, 3}, {line, 9}}, "snowed hard");
      }
    };
    CHECK(quoth::test::growth(5000, work) < quoth::test::linear_growth);
  }
}
