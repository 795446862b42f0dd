// SPDX-License-Identifier: MIT
#include "text/json/article_columns.hpp"

#include <doctest/doctest.h>

#include <string>

#include "quoth/error.hpp"

using namespace quoth;
using text::ArticleColumns;

namespace {

// Why it is no table; empty where it is one.
std::string fault_of(std::string_view json, Limits const& limits = {}) {
  try {
    ArticleColumns const articles(json, 0, limits);
    return {};
  } catch (Error const& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("ArticleColumns: the fields of each article stand in its row") {
  ArticleColumns const articles(R"({"id": ["a", 7], "text": ["One.", "Two."], "date": ["2031-05-12", null],
                                    "publisher": ["The Post", "The Gazette"], "label": [{}, []]})",
                                0, {});
  REQUIRE(articles.size() == 2);
  auto const first = articles.at(0);
  CHECK(first.id == "a");
  CHECK(first.error.empty());
  CHECK(first.value.text() == U"One.");
  CHECK(first.value.date == "2031-05-12");
  auto const second = articles.at(1);
  CHECK(second.id == "7");
  CHECK(second.value.text() == U"Two.");
  CHECK(second.value.date.empty());
  CHECK(second.value.outlet == "The Gazette");
}

TEST_CASE("ArticleColumns: rows without an id are numbered from the first of the larger table") {
  ArticleColumns const articles(R"({"text": ["One.", "Two.", "Three."], "id": [null, null, ""]})", 40, {});
  CHECK(articles.at(2).id == "row 42");
  CHECK(articles.at(0).id == "row 40");
  CHECK(articles.at(1).number == 41);
  CHECK(articles.at(1).value.id() == "row 41");
}

TEST_CASE("ArticleColumns: what is wrong with one article is an error of its row") {
  ArticleColumns const articles(R"({"text": [null, 3, "Three.", "Four."], "title": ["", "", 5, "A title"]})", 0, {});
  CHECK(articles.at(0).error == R"(no "text"; every article needs one)");
  CHECK(articles.at(1).error == R"("text" is no string)");
  CHECK(articles.at(2).error == R"("title" is no string)");
  CHECK(articles.at(3).error.empty());
}

TEST_CASE("ArticleColumns: a text over the limits is an error of its row") {
  Limits limits;
  limits.bytes = 8;
  std::string_view const table = R"({"text": ["One.", "Twenty-one."]})";
  ArticleColumns const articles(table, 0, limits);
  CHECK(articles.at(0).error.empty());
  CHECK(articles.at(1).error == R"("text" is over 8 bytes long; allow more with --limit bytes=…)");
  limits = {};
  limits.line = 4;
  ArticleColumns const lines(table, 0, limits);
  CHECK(lines.at(0).error.empty());
  CHECK(lines.at(1).error == R"("text" is over 4 bytes long; allow more with --limit line=…)");
}

TEST_CASE("ArticleColumns: what is no table is refused") {
  CHECK(ArticleColumns("{}", 0, {}).size() == 0);
  CHECK(ArticleColumns(R"({"text": []})", 0, {}).size() == 0);
  CHECK(fault_of("{").starts_with("articles: no valid JSON: "));
  CHECK(fault_of("[]") == "articles: no JSON object of columns");
  CHECK(fault_of(R"({"text": "One."})") == R"(articles: the column "text" is no array)");
  CHECK(fault_of(R"({"id": ["a"], "text": []})") == R"(articles: the columns "id" and "text" are not of one length)");
  Limits flat;
  flat.depth = 2;
  CHECK(fault_of(R"({"text": ["One."], "label": [[[1]]]})", flat).starts_with("articles: JSON nested over 2 deep"));
}
