// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "quoth/error.hpp"
#include "tests/test_paths.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_content.hpp"
#include "text/unicode/unicode.hpp"

namespace {

std::vector<quoth::Document> articles_in(std::string const& content, std::string const& name) {
  quoth::text::FileContent file(content, name, name);
  std::vector<quoth::Document> found;
  quoth::text::parse_articles(file, "auto", name,
                              [&](quoth::Document&& document) { found.push_back(std::move(document)); });
  return found;
}

std::vector<quoth::Document> articles(std::string const& name) {
  std::ifstream in(std::filesystem::path(quoth::test::test_data("articles")) / name, std::ios::binary);
  REQUIRE(in.is_open());
  return articles_in({std::istreambuf_iterator<char>(in), {}}, name);
}

// "[text]" a block; headings with #, captions with ~, list items with -, block quotations with >.
std::string blocks_of(quoth::Document const& document) {
  std::string joined;
  for (auto const& block : document.blocks()) {
    joined +=
        std::string("[") + std::string(1, " #->~^!"[static_cast<int>(block.kind)]) + document.utf8(block.span) + "]\n";
  }
  return joined;
}

std::string place(quoth::Document const& document, std::u32string_view words) {
  auto const at = document.text().find(words);
  REQUIRE(at != std::u32string_view::npos);
  auto const position = document.locate(static_cast<std::uint32_t>(at));
  return std::string(to_string(document.unit)) + " " + std::to_string(position.line) + ":" +
         std::to_string(position.column);
}

}  // namespace

TEST_CASE("html: the main text, its headline and captions, nothing around it") {
  auto const document = articles("story.html").at(0);
  CHECK(blocks_of(document) ==
        "[#“We open” the lock]\n[ “The lock always opens,” said Ana\u00A0Ruud, who “never” tires.]\n"
        "[~The lock by night]\n[ First line\nsecond line]\n[ New paragraph with “marks” and words.]\n"
        "[>A quoted block.]\n[-Point one]\n[ The end.]\n");
  CHECK(document.title == "“We open” the lock");
  CHECK(document.date == "2031-04-02");
  CHECK(document.url == "https://example.org/lock");
}

TEST_CASE("html: a page of a newspaper without teasers, advertising, comments and what is hidden") {
  auto const document = articles("page.html").at(0);
  CHECK(blocks_of(document) ==
        "[#“We open at nine,” says harbour chief]\n"
        "[^The lock was “never closed”, Ana Ruud tells the council.]\n[ 2 April 2031]\n"
        "[~“A caption,” said the mayor at the lock. Photo: Jo Lund]\n"
        "[ “We open at nine,” Ana Ruud said on Tuesday, adding that “nobody” would wait.]\n"
        "[~“Second caption,” said the pilot.]\n[!“Nobody would wait.”]\n[ She said: “The ferry runs every hour.\nAnd "
        "it is free.”]\n"
        "[>A letter read: “Dear all, we regret it.”]\n[#What next]\n[-“One,” said Falk.]\n[-“Two,” said Falk.]\n"
        "[ The end, said Ana Ruud.]\n");
  CHECK(document.date == "2031-04-02");
  CHECK(document.url == "https://post.example/lock");
  CHECK(place(document, U"“We open at nine,” Ana") == "line 20:4");
}

TEST_CASE("html: a page that knows no paragraphs") {
  auto const document = articles("no-paragraphs.html").at(0);
  CHECK(document.title == "Harbour chief: lock opens");
  CHECK(document.text().find(U"Other quote") == std::u32string_view::npos);
  CHECK(document.text().find(U"Terms") == std::u32string_view::npos);
  CHECK(place(document, U"“We open") == "line 5:19");
}

TEST_CASE("html: places are those of the source, behind entities and line breaks too") {
  auto const document = articles("story.html").at(0);
  CHECK(place(document, U"“The lock") == "line 11:4");
  CHECK(place(document, U"always") == "line 11:18");
  CHECK(place(document, U"Ana") == "line 12:9");
  CHECK(place(document, U"never") == "line 12:35");
  CHECK(place(document, U"tires") == "line 12:48");
  CHECK(place(document, U"The end") == "line 20:4");
}

TEST_CASE("docx: the final text of tracked changes, notes, styles; places are paragraphs") {
  auto const document = articles("story.docx").at(0);
  CHECK(blocks_of(document) ==
        "[#Lock opens]\n[ “The lock always opens,” said Ana Ruud.]\n[ “At nine,” she added.]\n[-Point one]\n"
        "[~The lock by night.]\n[ In a box.]\n[ In a letter to the Board.]\n");
  CHECK(document.title == "Lock opens");
  CHECK(place(document, U"always") == "paragraph 2:11");
}

TEST_CASE("odt: the text without what was deleted, notes behind it") {
  auto const document = articles("story.odt").at(0);
  CHECK(blocks_of(document) ==
        "[#Lock opens]\n[ “The lock always opens,” said Ana Ruud. She left.]\n[-Point one]\n[ The end.]\n[ In a "
        "letter.]\n");
  CHECK(place(document, U"She left") == "paragraph 2:41");
}

TEST_CASE("docx: paragraphs that are set in on both sides, or under a colon, or styled so, are block quotations") {
  auto const document = articles("block-quotations.docx").at(0);
  CHECK(blocks_of(document) ==
        "[ In a letter, Ana Ruud wrote:]\n[>The lock opens at nine.]\n[ The report says:]\n[>The lock is safe.]\n"
        "[ Olav Falk wrote in his book.]\n[>The lock was never meant for ships of that size, and everybody in the "
        "harbour knew it well.]\n[ A styled one:]\n[>The lock leaks.]\n[ Harbour Street 4]\n"
        "[-Point one of a list that goes on for more than twelve words in all, so to say.]\n"
        "[ Ruud, Ana, The Lock and the Harbour, a long entry of a list of books, Harrow 2031.]\n");
}

TEST_CASE("odt: so are those of automatic styles") {
  auto const document = articles("block-quotations.odt").at(0);
  CHECK(blocks_of(document) ==
        "[ In a letter, Ana Ruud wrote:]\n[>The lock opens at nine.]\n[ The report says:]\n[>The lock is safe.]\n"
        "[ A styled one:]\n[>The lock leaks.]\n[ Another:]\n[>The lock rusts.]\n[ Harbour Street 4]\n[-Point one]\n");
}

#ifdef QUOTH_PDF
TEST_CASE("pdf: columns one after the other, cut words whole, no running titles; places are pages") {
  auto const document = articles("story.pdf").at(0);
  CHECK(
      blocks_of(document) ==
      "[ \"The lock opens at nine in the morning, and it closes at ten,\" said Ana Ruud, who runs the Harbour Board.]\n"
      "[ A second paragraph of the left-hand column goes on for two lines here.]\n"
      "[ The right column is read after the left one, and \"not across,\" she said.]\n"
      "[ \"We all pay,\" said Olav Falk on the second page of the paper today.]\n"
      "[ The third page has one line only.]\n");
  CHECK(place(document, U"We all pay").starts_with("page 2:"));
}
#endif

TEST_CASE("feed: every item is an article, placed in the feed") {
  auto const items = articles("story.rss");
  REQUIRE(items.size() == 2);
  CHECK(blocks_of(items[0]) == "[#Lock opens]\n[ One.]\n[ “The lock opens,” said Ana Ruud.]\n");
  CHECK(items[0].url == "https://example.org/1");
  CHECK(items[0].date == "2031-04-02");
  CHECK(items[0].id() == "story.rss#1");
  CHECK(place(items[0], U"The lock") == "line 7:5");
  CHECK(blocks_of(items[1]) == "[#Lock & key]\n[ “It closes,” said Olav Falk.]\n");
  CHECK(place(items[1], U"It closes") == "line 8:59");
}

TEST_CASE("feed: an item without text moves nothing behind it") {
  auto const items = articles_in(
      "<rss><channel>\n<item/><item></item>\n<item><description>We <b>öpen</b>.</description></item><item>\n"
      "<description>We close.</description></item><item/>\n</channel></rss>",
      "a.rss");
  REQUIRE(items.size() == 5);
  CHECK(place(items[2], U"We") == "line 3:20");
  CHECK(place(items[2], U"öpen") == "line 3:26");
  CHECK(place(items[3], U"We") == "line 4:14");
}

TEST_CASE("feed and nitf: places where several articles stand in one line") {
  auto const items = articles_in(
      "<rss><channel><item><description>Äh.</description></item><item><description>We &amp; you.\n"
      "We close.</description></item><item><description>It öpens.</description></item></channel></rss>",
      "a.rss");
  REQUIRE(items.size() == 3);
  CHECK(place(items[1], U"you") == "line 1:86");
  CHECK(place(items[1], U"We close") == "line 2:1");
  CHECK(place(items[2], U"öpens") == "line 2:53");
  auto const stories = articles_in(
      "<newsml><nitf><body><p>Äh.</p></body></nitf><nitf><body><p>We\nopen.</p></body></nitf></newsml>", "a.xml");
  REQUIRE(stories.size() == 2);
  CHECK(place(stories[1], U"We") == "line 1:60");
  CHECK(place(stories[1], U"open") == "line 2:1");
}

TEST_CASE("feed: Atom, and the posts of a WordPress export") {
  auto const entry = articles("story.atom").at(0);
  CHECK(blocks_of(entry) == "[#Lock opens]\n[ “It opens,” said Ana Ruud.]\n");
  CHECK(place(entry, U"It opens") == "line 3:69");
  auto const posts = articles("export.xml");
  REQUIRE(posts.size() == 1);
  CHECK(blocks_of(posts[0]) == "[#Lock opens]\n[ First paragraph\nover two lines.]\n[ “It opens,” said Ana Ruud.]\n");
  CHECK(place(posts[0], U"It opens") == "line 7:2");
}

TEST_CASE("feed: WordPress's marks are no words") {
  auto const posts = articles("blocks-export.xml");
  REQUIRE(posts.size() == 2);
  CHECK(blocks_of(posts[0]) ==
        "[#Lock opens]\n[ “We open,” said Ruud.]\n[~“Cap,” said X]\n[ Second “para”\nwith a line.]\n[ End.]\n");
  CHECK(place(posts[0], U"“Cap") == "line 5:45");
  CHECK(posts[0].author == "jo");
}

TEST_CASE("json-ld: the article among the site's other things") {
  auto const document = articles("graph.jsonld").at(0);
  CHECK(blocks_of(document) == "[#Lock opens]\n[ “We open,” said Ruud.]\n[ End.]\n");
}

TEST_CASE("nitf, ninjs and JSON-LD: headline, text, captions, date") {
  auto const nitf = articles("story.nitf").at(0);
  CHECK(blocks_of(nitf) == "[#Lock opens]\n[ “It opens,” said Ana Ruud.]\n[~The lock]\n");
  CHECK(nitf.date == "2031-04-02");
  CHECK(place(nitf, U"Ana") == "line 4:14");
  for (auto const* name : {"ninjs.json", "story.jsonld"}) {
    CAPTURE(name);
    auto const document = articles(name).at(0);
    CHECK(blocks_of(document) == "[#Lock opens]\n[ “It opens,” said Ana Ruud.]\n[ The end.]\n");
    CHECK(document.title == "Lock opens");
    CHECK(document.date == "2031-04-02");
  }
}

TEST_CASE("warc: every HTML response is an article, compressed or not") {
  for (auto const* name : {"story.warc", "story.warc.gz"}) {
    CAPTURE(name);
    auto const found = articles(name);
    REQUIRE(found.size() == 1);
    CHECK(found[0].id() == "https://example.org/1");
    CHECK(blocks_of(found[0]) == "[#Lock opens]\n[ “It opens,” said Ana Ruud.]\n");
  }
}

TEST_CASE("warc: errors and redirections are no articles, chunks and packed pages are read") {
  for (auto const* name : {"pages.warc", "pages.warc.gz"}) {
    CAPTURE(name);
    auto const found = articles(name);
    REQUIRE(found.size() == 3);
    CHECK(found[0].id() == "https://e.org/1");
    CHECK(found[1].id() == "https://e.org/4");
    CHECK(blocks_of(found[1]) == "[#Lock opens]\n[ “We open,” said Ruud.]\n");
    CHECK(blocks_of(found[2]) == "[ \"Så öppnar vi,\" sade Åkesson.]\n");
  }
}

TEST_CASE("the encoding that a page names ends where its name does") {
  auto const page = [](std::string const& named, std::string const& mark) {
    auto const head = "<html><head><meta charset=" + named + "\n></head><body><p>";
    return blocks_of(articles_in(head + mark + "The lock opens.</p></body></html>\n", "a.html").at(0));
  };
  CHECK(page("windows-1251", "\xCF") == "[ ПThe lock opens.]\n");
  CHECK(page("'utf-8'", "\xC3\xA9") == "[ éThe lock opens.]\n");
  CHECK(page("utf-8\n\n…", "\xE9") == "[ éThe lock opens.]\n");  // not as it says
}
