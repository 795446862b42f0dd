// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/text_lines.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/unicode/unicode.hpp"

using namespace quoth::tools;

TEST_CASE("lines of an editor's text end with a line feed, a carriage return or both") {
  TextLines const lines("one\ntwo\r\nthree\rfour", PositionEncoding::utf16);
  CHECK(lines.count() == 4);
  CHECK(lines.place_of(4) == TextPlace{1, 0});
  CHECK(lines.place_of(9) == TextPlace{2, 0});
  CHECK(lines.place_of(15) == TextPlace{3, 0});
  CHECK(lines.end_of_line(0) == 3);
  CHECK(lines.end_of_line(1) == 7);
  CHECK(lines.end_of_line(2) == 14);
  CHECK(lines.end_of_line(3) == 19);
}

TEST_CASE("a character of UTF-16 is a unit of it, one of UTF-8 a byte") {
  std::string const text = "é “a” 😀 b\n";
  auto const at = text.find('b');
  CHECK(TextLines(text, PositionEncoding::utf16).place_of(at) == TextPlace{0, 9});
  CHECK(TextLines(text, PositionEncoding::utf8).place_of(at) == TextPlace{0, 16});
  CHECK(TextLines(text, PositionEncoding::utf16).byte_of({0, 9}) == at);
  CHECK(TextLines(text, PositionEncoding::utf8).byte_of({0, 16}) == at);
}

TEST_CASE("a place inside a character is its beginning") {
  std::string const text = "a😀b";
  CHECK(TextLines(text, PositionEncoding::utf16).byte_of({0, 2}) == 1);
  CHECK(TextLines(text, PositionEncoding::utf8).byte_of({0, 3}) == 1);
}

TEST_CASE("a place behind a line is its end, one behind the text the end of that") {
  std::string const text = "one\r\ntwo";
  for (auto const encoding : {PositionEncoding::utf8, PositionEncoding::utf16}) {
    TextLines const lines(text, encoding);
    CHECK(lines.byte_of({0, 99}) == 3);
    CHECK(lines.byte_of({1, 99}) == text.size());
    CHECK(lines.byte_of({7, 0}) == text.size());
    CHECK(lines.place_of(99) == TextPlace{1, 3});
  }
}

TEST_CASE("every character of a text comes back from its place") {
  std::string const text = "“Ærlig talt,” sa han.\n\n😀\r\nÅ\rslutt 🇳🇴\n";
  for (auto const encoding : {PositionEncoding::utf8, PositionEncoding::utf16}) {
    TextLines const lines(text, encoding);
    for (std::size_t at = 0; at < text.size(); ++at) {
      bool const inside = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
      if (inside || (text[at] == '\n' && at > 0 && text[at - 1] == '\r')) continue;
      CHECK(lines.byte_of(lines.place_of(at)) == at);
    }
  }
}
