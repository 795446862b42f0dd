// SPDX-License-Identifier: MIT
#include "text/articles/office/docx_comments.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "quoth/error.hpp"
#include "tests/test_paths.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/archive.hpp"
#include "text/files/archive_edit.hpp"
#include "text/files/file_content.hpp"
#include "text/unicode/unicode.hpp"

namespace {

constexpr auto* body_part = "word/document.xml";

std::string story() {
  std::ifstream in(quoth::test::test_data("articles/story.docx"), std::ios::binary);
  REQUIRE(in.is_open());
  return {std::istreambuf_iterator<char>(in), {}};
}

// The story with another body.
std::string with_body(std::string const& paragraphs) {
  return quoth::text::with_files(
      story(),
      {{body_part, R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
                   "<w:body>" +
                       paragraphs + "</w:body></w:document>"}},
      "story");
}

quoth::Document read(std::string const& bytes) {
  quoth::text::FileContent file(bytes, "story.docx", "story.docx");
  return quoth::text::parse_article(file, "docx");
}

// A comment on the first place where these words stand.
quoth::text::CommentedFile commented(std::string const& bytes, std::vector<std::u32string> const& words) {
  quoth::text::FileContent file(bytes, "story.docx", "story.docx");
  auto const document = quoth::text::parse_article(file, "docx");
  std::vector<quoth::text::OfficeComment> comments;
  for (auto const& stretch : words) {
    auto const at = static_cast<std::uint32_t>(document.text().find(stretch));
    REQUIRE(at < document.text().size());
    comments.push_back(
        {{at, at + static_cast<std::uint32_t>(stretch.size())}, "altered: on " + quoth::text::to_utf8(stretch)});
  }
  return quoth::text::with_comments(file, document, comments, {"quoth", "q", "2031-05-12T09:30:00Z"});
}

std::string part(std::string const& bytes, std::string const& name) {
  return quoth::text::Archive(bytes, {}, "result").read(name).value_or("");
}

// What lies between the marks of a comment.
std::string within_comment(std::string const& body, std::string const& number) {
  auto const first = body.find("<w:commentRangeStart w:id=\"" + number + "\"");
  auto const last = body.find("<w:commentRangeEnd w:id=\"" + number + "\"");
  REQUIRE(first < last);
  REQUIRE(last < body.size());
  return body.substr(first, last - first);
}

// The words there.
std::string anchored(std::string const& bytes, std::string const& number) {
  std::string words;
  bool inside = false;
  for (auto const c : within_comment(part(bytes, body_part), number)) {
    inside = c == '<' || (inside && c != '>');
    if (!inside && c != '>') words += c;
  }
  return words;
}

std::string run(std::string const& text) { return "<w:r><w:rPr><w:b/></w:rPr><w:t>" + text + "</w:t></w:r>"; }

}  // namespace

TEST_CASE("with_comments: the marks stand around the words") {
  SUBCASE("inside one run") {
    auto const bytes = with_body("<w:p>" + run("He said “one &amp; all” and left.") + "</w:p>");
    auto const result = commented(bytes, {U"one & all"});
    CHECK(anchored(result.bytes, "0") == "one &amp; all");
  }
  SUBCASE("over several runs, whose look stays") {
    auto const bytes = with_body("<w:p>" + run("He said “one ") + run("and") + run(" all” and left.") + "</w:p>");
    auto const result = commented(bytes, {U"one and all"});
    CHECK(anchored(result.bytes, "0") == "one and all");
    CHECK(part(result.bytes, body_part).find("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">” and left.") !=
          std::string::npos);
  }
  SUBCASE("over paragraphs") {
    auto const bytes = with_body("<w:p>" + run("“One") + "</w:p><w:p>" + run("and all”") + "</w:p>");
    CHECK(anchored(commented(bytes, {U"One\n\nand all"}).bytes, "0") == "Oneand all");
  }
  SUBCASE("of two stretches in one run") {
    auto const bytes = with_body("<w:p>" + run("“One,” she said. “And all,” he said.") + "</w:p>");
    auto const result = commented(bytes, {U"One,", U"And all,"});
    CHECK(anchored(result.bytes, "0") == "One,");
    CHECK(anchored(result.bytes, "1") == "And all,");
  }
  SUBCASE("of a stretch inside another") {
    auto const bytes = with_body("<w:p>" + run("“He told me ‘go home’”") + "</w:p>");
    auto const result = commented(bytes, {U"He told me ‘go home’", U"go home"});
    CHECK(anchored(result.bytes, "0") == "He told me ‘go home’");
    CHECK(anchored(result.bytes, "1") == "go home");
  }
  SUBCASE("in inserted and before deleted words") {
    CHECK(anchored(commented(story(), {U"The lock always opens,"}).bytes, "0") == "The lock never always opens,");
  }
}

TEST_CASE("with_comments: the article reads as before") {
  for (auto const& bytes : {story(), with_body("<w:p>" + run("A “b ") + run(" c-d”") + "</w:p>")}) {
    auto const before = read(bytes);
    auto const result = commented(bytes, {std::u32string(before.text().substr(2, 3))});
    CHECK(read(result.bytes).digest() == before.digest());
  }
}

TEST_CASE("with_comments: the package lists the comments once") {
  auto const result = commented(story(), {U"The lock always opens,"});
  auto const again = commented(result.bytes, {U"At nine,"});
  CHECK(part(again.bytes, "[Content_Types].xml").find("/word/comments.xml") != std::string::npos);
  for (auto const* name : {"[Content_Types].xml", "word/_rels/document.xml.rels"}) {
    auto const list = part(again.bytes, name);
    CHECK(list.find("comments.xml") == list.rfind("comments.xml"));
  }
  SUBCASE("and keeps those that were there") {
    auto const comments = part(again.bytes, "word/comments.xml");
    CHECK(comments.find("altered: on The lock always opens,") != std::string::npos);
    CHECK(comments.find("altered: on At nine,") != std::string::npos);
    CHECK(anchored(again.bytes, "1") == "At nine,");
  }
}

TEST_CASE("with_comments: words of a note have their comment at its mark, those of a text box around the box") {
  auto const result = commented(story(), {U"letter to the Board", U"In a box."});
  CHECK(result.left_out.empty());
  auto const comments = part(result.bytes, "word/comments.xml");
  CHECK(comments.find("in a note: “letter to the Board”") != std::string::npos);
  CHECK(comments.find("in a text box or a formula: “In a box.”") != std::string::npos);
  auto const body = part(result.bytes, body_part);
  CHECK(within_comment(body, "0").find("otnoteReference") != std::string::npos);
  CHECK(within_comment(body, "1").find("In a box.") != std::string::npos);
  CHECK(read(result.bytes).digest() == read(story()).digest());
}

TEST_CASE("with_comments: where there is no place for a comment it is left out, the file stays") {
  auto const bytes = with_body("<w:p>" + run("One") + "</w:p><w:p>" + run("and all") + "</w:p>");
  auto const result = commented(bytes, {U"\n\n"});
  CHECK(result.left_out == std::vector<std::size_t>{0});
  CHECK(result.bytes == bytes);
}

TEST_CASE("with_comments: who comments, and when") {
  auto const comments = part(commented(story(), {U"At nine,"}).bytes, "word/comments.xml");
  CHECK(comments.find(R"(w:author="quoth" w:date="2031-05-12T09:30:00Z" w:initials="q")") != std::string::npos);
}

TEST_CASE("with_comments: a remark drives no markup") {
  quoth::text::FileContent file(story(), "story.docx", "story.docx");
  auto const document = quoth::text::parse_article(file, "docx");
  auto const result =
      quoth::text::with_comments(file, document, {{{0, 4}, "</w:t>&<b>\x01\n\xEF\xBF\xBF"}}, {"\"<q>", "\"", ""});
  auto const comments = part(result.bytes, "word/comments.xml");
  CHECK(comments.find("&lt;/w:t&gt;&amp;&lt;b&gt;\xEF\xBF\xBD") != std::string::npos);
  CHECK(quoth::text::valid_utf8(comments));
  CHECK(comments.find("\xEF\xBF\xBF") == std::string::npos);
}

namespace {

// The story with a list of parts that has this entry, and with these comments.
std::string with_comments_named(std::string const& entry, std::string const& comments) {
  return quoth::text::with_files(
      story(),
      {{"word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"c\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" " +
            entry + "/></Relationships>"},
       {"word/own.xml", "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
                            comments + "</w:comments>"}},
      "story");
}

}  // namespace

TEST_CASE("comments have numbers that Word takes, whatever those have that are there") {
  for (auto const* number : {"0", "2147483647", "9223372036854775807", "-1", "x"}) {
    CAPTURE(number);
    auto const bytes =
        with_comments_named("Target=\"own.xml\"", std::string("<w:comment w:author=\"B\" w:id=\"") + number + "\"/>");
    auto const result = commented(bytes, {U"The lock always opens,"});
    auto const own = std::string(number) == "0" ? "1" : "0";
    CHECK(part(result.bytes, "word/own.xml").find(std::string("w:id=\"") + own + "\"") != std::string::npos);
    CHECK(anchored(result.bytes, own) == "The lock never always opens,");
  }
}

TEST_CASE("comments that are named elsewhere, or are something else, are refused") {
  for (auto const* entry : {"Target=\"../../evil.xml\"", "Target=\"/../evil.xml\"", "Target=\"document.xml\"",
                            "TargetMode=\"External\" Target=\"http://a.example/own.xml\"", "Target=\"none.xml\""}) {
    CAPTURE(entry);
    CHECK_THROWS_WITH_AS(commented(with_comments_named(entry, ""), {U"The lock always opens,"}),
                         doctest::Contains("save it as .docx again"), quoth::Error);
  }
  CHECK(anchored(commented(with_comments_named("Target=\"/word/./own.xml\"", ""), {U"The lock always opens,"}).bytes,
                 "0") == "The lock never always opens,");
}
