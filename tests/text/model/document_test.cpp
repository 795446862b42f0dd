// SPDX-License-Identifier: MIT
#include "quoth/document.hpp"

#include <doctest/doctest.h>

#include "quoth/error.hpp"
#include "text/unicode/unicode.hpp"

namespace {

std::string blocks_of(quoth::Document const& document) {
  std::string joined;
  for (auto const& block : document.blocks()) joined += "[" + document.utf8(block.span) + "]";
  return joined;
}

std::string place(quoth::Document const& document, std::u32string_view words) {
  auto const at = document.text().find(words);
  REQUIRE(at != std::u32string_view::npos);
  auto const position = document.locate(static_cast<std::uint32_t>(at));
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace

TEST_CASE("plain_document: blank lines end paragraphs of wrapped text") {
  CHECK(blocks_of(quoth::plain_document("a", U"One line\nand another.\n\n  Two.\n \nThree")) ==
        "[One line\nand another.][Two.][Three]");
}

TEST_CASE("plain_document: where lines are long, every line is a paragraph") {
  std::u32string const line(150, U'x');
  CHECK(quoth::plain_document("a", line + U"\n" + line + U"\nshort").blocks().size() == 3);
}

TEST_CASE("plain_document: places are those of the file") {
  auto const document = quoth::plain_document("a", U"One “é”\r\ntwo here");
  CHECK(place(document, U"é") == "1:6");
  CHECK(place(document, U"here") == "2:5");
  CHECK(document.locate(17).column == 9);
}

TEST_CASE("markdown_document: prose stays, markup goes") {
  auto const document =
      quoth::markdown_document("a",
                               "---\ntitle: 'A \"night\" out'\ndate: 2031-05-06 10:00:00\n---\n"
                               "# Head\n\nShe **said**: [“Yes”](http://x.example/“no”), ![“alt”](p.png)"
                               " `“code”` &ldquo;so&rdquo;\nthere.\n\n```\n“fenced”\n```\n\n"
                               "- item “one”\n\n> quoted\n\n<div>“html”</div>\n");
  CHECK(document.title == "A \"night\" out");
  CHECK(document.date == "2031-05-06");
  CHECK(blocks_of(document) == "[Head][She said: “Yes”,   “so” there.][item “one”][quoted]");
  CHECK(document.blocks()[0].kind == quoth::BlockKind::heading);
  CHECK(document.blocks()[2].kind == quoth::BlockKind::list_item);
  CHECK(document.blocks()[3].kind == quoth::BlockKind::block_quote);
}

TEST_CASE("markdown_document: places are those of the file") {
  auto const document = quoth::markdown_document("a", "---\ntitle: x\n---\n\nOne **bold “word”**\nand *then* more\n");
  CHECK(place(document, U"“word”") == "5:12");
  CHECK(place(document, U"then") == "6:6");
  CHECK(place(document, U"more") == "6:12");
}

TEST_CASE("markdown_document: text indented by four blanks is prose") {
  CHECK(blocks_of(quoth::markdown_document("a", "     MS. REED:  Hello.\n")) == "[MS. REED:  Hello.]");
}

TEST_CASE("markdown_document: a no-break space escaped in the title") {
  CHECK(quoth::markdown_document("a", "---\ntitle: \"Caf\\u00e9\\_Nord\"\n---\nBody\n").title == "Café Nord");
}

TEST_CASE("markdown_document: struck-out words are gone, corrections stay") {
  CHECK(blocks_of(quoth::markdown_document("a", "about <s>400</s> \\[300\\] ~~old~~ new jobs\n\n<s>open\n\nnext\n")) ==
        "[about  [300]  new jobs][next]");
}

TEST_CASE("markdown_document: front matter that is no YAML is left out all the same") {
  CHECK(blocks_of(quoth::markdown_document("a", "---\ntitle: {{ x\n---\nBody\n")) == "[Body]");
}

TEST_CASE("decode: the encodings newsrooms send") {
  CHECK(quoth::text::decode("\xEF\xBB\xBF“a”", "f").text == U"“a”");
  CHECK(quoth::text::decode("\x93yes\x94", "f").text == U"“yes”");
  CHECK(quoth::text::decode("\x93yes\x94", "f").encoding == "windows-1252");
  CHECK(quoth::text::decode(std::string_view("\xFF\xFEh\0i\0", 6), "f").text == U"hi");
  CHECK(quoth::text::decode(std::string_view("h\0i\0j\0", 6), "f").text == U"hij");
  CHECK(quoth::text::decode("", "f").text.empty());
}

TEST_CASE("decode: binary files are refused by name") {
  CHECK_THROWS_WITH_AS(quoth::text::decode(std::string_view("\x7F"
                                                            "ELF\0\1\2",
                                                            7),
                                           "a.out"),
                       doctest::Contains("a.out"), quoth::Error);
}

TEST_CASE("UTF-8 and code points go both ways") {
  CHECK(quoth::text::to_utf8(quoth::text::to_utf32("naïve “x” 😀")) == "naïve “x” 😀");
  CHECK_FALSE(quoth::text::valid_utf8("\xC3"));
  CHECK_THROWS_AS(quoth::text::to_utf32("\xFF"), quoth::Error);
}
