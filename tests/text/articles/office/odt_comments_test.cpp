// SPDX-License-Identifier: MIT
#include "text/articles/office/odt_comments.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "tests/test_paths.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/archive.hpp"
#include "text/files/archive_edit.hpp"
#include "text/files/file_content.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;

namespace {

std::string story() {
  std::ifstream in(test::test_data("articles/story.odt"), std::ios::binary);
  REQUIRE(in.is_open());
  return {std::istreambuf_iterator<char>(in), {}};
}

// The story with other paragraphs.
std::string with_paragraphs(std::string const& paragraphs) {
  return text::with_files(
      story(),
      {{"content.xml", R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
                       R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>)" +
                           paragraphs + "</office:text></office:body></office:document-content>"}},
      "story");
}

Document read(std::string const& bytes) {
  text::FileContent file(bytes, "story.odt", "story.odt");
  return text::parse_article(file, "odt");
}

// The file with a comment on the first place where each of these words stand.
text::CommentedFile commented(std::string const& bytes, std::vector<std::u32string> const& words) {
  text::FileContent file(bytes, "story.odt", "story.odt");
  auto copy = file.again();
  auto const document = text::parse_article(copy, "odt");
  std::vector<text::OfficeComment> comments;
  for (auto const& stretch : words) {
    auto const at = static_cast<std::uint32_t>(document.text().find(stretch));
    REQUIRE(at < document.text().size());
    comments.push_back(
        {{at, at + static_cast<std::uint32_t>(stretch.size())}, "altered: on " + text::to_utf8(stretch)});
  }
  return text::with_odt_comments(file, document, comments, {"quoth", "q", "2031-05-12T09:30:00Z"});
}

std::string content(std::string const& bytes) { return text::Archive(bytes, {}, "result").read("content.xml").value(); }

// The words between the marks of a comment.
std::string anchored(std::string const& bytes, std::string const& name) {
  auto const xml = content(bytes);
  auto const start = xml.find("</office:annotation>", xml.find("office:annotation office:name=\"" + name + "\""));
  auto const end = xml.find("<office:annotation-end office:name=\"" + name + "\"");
  REQUIRE(start < end);
  REQUIRE(end < xml.size());
  std::string words;
  bool inside = false;
  for (auto const c : xml.substr(start, end - start)) {
    inside = c == '<' || (inside && c != '>');
    if (!inside && c != '>') words += c;
  }
  return words;
}

}  // namespace

TEST_CASE("with_odt_comments: the marks stand around the words") {
  SUBCASE("inside one stretch of text") {
    auto const result =
        commented(with_paragraphs("<text:p>He said “one &amp; all” and left.</text:p>"), {U"one & all"});
    CHECK(anchored(result.bytes, "quoth1") == "one &amp; all");
  }
  SUBCASE("over spans, whose look stays") {
    auto const result =
        commented(with_paragraphs(
                      "<text:p>He said “one <text:span text:style-name=\"T1\">and</text:span> all” and left.</text:p>"),
                  {U"one and all"});
    CHECK(anchored(result.bytes, "quoth1") == "one and all");
    CHECK(content(result.bytes).find("<text:span text:style-name=\"T1\">and</text:span>") != std::string::npos);
  }
  SUBCASE("of two stretches in one text, and one inside another") {
    auto const result = commented(with_paragraphs("<text:p>“One, ‘at last’,” she said. “And all,” he said.</text:p>"),
                                  {U"One, ‘at last’,", U"at last", U"And all,"});
    CHECK(anchored(result.bytes, "quoth1").starts_with("One, ‘"));
    CHECK(anchored(result.bytes, "quoth2") == "at last");
    CHECK(anchored(result.bytes, "quoth3") == "And all,");
  }
}

TEST_CASE("with_odt_comments: the article reads as before, and can be annotated again") {
  auto const result = commented(story(), {U"always opens", U"The end."});
  CHECK(result.left_out.empty());
  CHECK(read(result.bytes).digest() == read(story()).digest());
  auto const again = commented(result.bytes, {U"The end."});
  CHECK(read(again.bytes).digest() == read(story()).digest());
  CHECK(anchored(again.bytes, "quoth3") == "The end.");
}

TEST_CASE("with_odt_comments: words of a note have their comment behind it") {
  auto const xml = content(commented(story(), {U"In a letter."}).bytes);
  CHECK(xml.find("</text:note><office:annotation>") != std::string::npos);
  CHECK(xml.find("in a note: “In a letter.”") != std::string::npos);
}

TEST_CASE("with_odt_comments: who comments and when; a remark drives no markup") {
  text::FileContent file(story(), "story.odt", "story.odt");
  auto copy = file.again();
  auto const document = text::parse_article(copy, "odt");
  auto const result = text::with_odt_comments(file, document, {{{0, 4}, "</text:p>&<b>\x01\nmore"}},
                                              {"\"<q>", "q", "2031-05-12T09:30:00Z"});
  auto const xml = content(result.bytes);
  CHECK(xml.find("&lt;/text:p&gt;&amp;&lt;b&gt;\xEF\xBF\xBD</text:p><text:p>more</text:p>") != std::string::npos);
  CHECK(xml.find("<dc:creator>\"&lt;q&gt;</dc:creator><dc:date>2031-05-12T09:30:00Z</dc:date>") != std::string::npos);
}

TEST_CASE("odt: a paragraph goes on behind the text box that is anchored in it") {
  auto const bytes = with_paragraphs(
      R"(<text:p>We open at nine.<draw:text-box xmlns:draw="urn:d"><text:p>Photo: Ana Ruud</text:p></draw:text-box>)"
      R"( “Nobody waits,” she said.</text:p><text:p>The end.</text:p>)");
  CHECK(text::to_utf8(read(bytes).text()).find("Photo: Ana Ruud\n\n“Nobody waits,” she said.\n\nThe end.") !=
        std::string::npos);
  CHECK(commented(bytes, {U"Nobody waits"}).left_out.empty());
}

TEST_CASE("odt: the notes of words that were deleted are no text") {
  auto const note = [](std::string const& words) {
    return "<text:note><text:note-body><text:p>" + words + "</text:p></text:note-body></text:note>";
  };
  auto const bytes = with_paragraphs(
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>We close." + note("In May, Ruud said.") +
      "</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>We open." + note("In June.") +
      "</text:p>");
  CHECK(text::to_utf8(read(bytes).text()) == "We open.\n\nIn June.");
}
