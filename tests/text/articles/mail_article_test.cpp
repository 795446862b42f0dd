// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "quoth/article.hpp"
#include "quoth/error.hpp"

namespace quoth {

namespace {

std::string const head =
    "From: =?utf-8?Q?Tilda_=C3=98konjo?= <tilda@lock.example>\nDate: Tue, 06 May 2031 23:12:44 -0500\n"
    "Subject: The pier\nMIME-Version: 1.0\n";

Document mail(std::string const& rest) { return articles_in(head + rest, "a.eml").front(); }

}  // namespace

TEST_CASE("mail: fields are facts, the text has its lines of the file") {
  auto const article = mail("\nColleagues,\n\nthe pier stays closed.\n");
  CHECK(article.title == "The pier");
  CHECK(article.author == "Tilda Økonjo");
  CHECK(article.date == "2031-05-06");
  REQUIRE(article.blocks().size() == 2);
  CHECK(article.locate(article.blocks()[1].span.first).line == 8);
}

TEST_CASE("mail: the plain text of several parts is decoded") {
  auto const article = mail(
      "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>The pier</p>\n--b\n"
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
      "base64\n\nVGhlIGNhZukgaXMgb3Blbi4=\n--b--\n");
  REQUIRE(article.blocks().size() == 1);
  CHECK(article.utf8(article.blocks()[0].span) == "The café is open.");
}

TEST_CASE("mail: HTML alone is read as such") {
  auto const article = mail("Content-Type: text/html; charset=utf-8\n\n<p>The pier <b>stays</b> closed.</p>\n");
  REQUIRE(article.blocks().size() == 1);
  CHECK(article.utf8(article.blocks()[0].span) == "The pier stays closed.");
}

TEST_CASE("mail: quoted lines are block quotations, and a signature is none of the text") {
  auto const article = mail("\n> On Monday, Olav Falk wrote:\n>\n> Will it open?\n\nIt will not.\n\n-- \nTilda\n");
  REQUIRE(article.blocks().size() == 3);
  CHECK(article.blocks()[0].kind == BlockKind::paragraph);
  CHECK(article.blocks()[1].kind == BlockKind::block_quote);
  CHECK(article.utf8(article.blocks()[2].span) == "It will not.");
}

TEST_CASE("mail: all texts that are shown one after the other are read, each on its lines") {
  std::string const part = "--b\nContent-Type: text/plain; charset=utf-8\n\n";
  std::string const image = "--b\nContent-Type: image/png; name=\"weir.png\"\n\niVBORw0K\n";
  auto const article = mail("Content-Type: multipart/mixed; boundary=b\n\n" + part + "The weir:\n\n-- \nTilda\n" +
                            image + part + "It holds.\n--b--\n");
  REQUIRE(article.blocks().size() == 2);
  CHECK(article.utf8(article.blocks()[1].span) == "It holds.");
  CHECK(article.locate(article.blocks()[0].span.first).line == 10);
  CHECK(article.locate(article.blocks()[1].span.first).line == 21);
}

TEST_CASE("mail: of several forms one is read, with all that follows it") {
  std::string const forms =
      "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\nThe weir holds.\n--c\n"
      "Content-Type: text/html\n\n<p>The weir holds.</p>\n--c--\n";
  auto const article = mail("Content-Type: multipart/mixed; boundary=b\n\n" + forms +
                            "--b\nContent-Type: text/html\n\n<p>Lock Office</p>\n--b--\n");
  REQUIRE(article.blocks().size() == 2);
  CHECK(article.utf8(article.blocks()[0].span) == "The weir holds.");
  CHECK(article.utf8(article.blocks()[1].span) == "Lock Office");
}

TEST_CASE("mail: parts inside parts without end are refused") {
  std::string deep = "Content-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 1000; ++i) deep += "--b\nContent-Type: multipart/mixed; boundary=b\n\n";
  CHECK_THROWS_WITH_AS(mail(deep), doctest::Contains("nested"), Error);
}

}  // namespace quoth
