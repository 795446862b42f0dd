// SPDX-License-Identifier: MIT
#include "text/json/jsonl.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

namespace {

std::vector<quoth::text::JsonLine<quoth::Document>> articles(std::string const& text) {
  std::istringstream in(text);
  std::vector<quoth::text::JsonLine<quoth::Document>> lines;
  quoth::text::read_article_lines(
      in, [&](quoth::text::JsonLine<quoth::Document>&& line) { lines.push_back(std::move(line)); });
  return lines;
}

std::vector<quoth::text::JsonLine<quoth::Source>> sources(std::string const& text) {
  std::istringstream in(text);
  std::vector<quoth::text::JsonLine<quoth::Source>> lines;
  quoth::text::read_source_lines(
      in, [&](quoth::text::JsonLine<quoth::Source>&& line, std::string_view) { lines.push_back(std::move(line)); });
  return lines;
}

}  // namespace

TEST_CASE("read_article_lines: text, identifier, date; the rest is passed over") {
  auto const lines = articles(R"({"id":"a1","more":[1,{"x":2}],"text":"“É”\nok","date":"2031-01-02"})"
                              "\n\n"
                              R"({"text":"b","id":7})");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].value.text() == U"“É”\nok");
  CHECK(lines[0].value.id() == "a1");
  CHECK(lines[0].value.date == "2031-01-02");
  CHECK(lines[1].number == 3);
  CHECK(lines[1].id == "7");
}

TEST_CASE("read_article_lines: a bad line says why and the next is read") {
  auto const lines =
      articles("{\"id\":\"a\"}\n{\"text\":\n[1]\n{\"text\":5}\n{\"text\":\"\\ud800\"}\n{\"text\":\"fine\"}\n");
  REQUIRE(lines.size() == 6);
  for (std::size_t i = 0; i < 5; ++i) CHECK_FALSE(lines[i].error.empty());
  CHECK(lines[0].error == "no \"text\"; every article needs one");
  CHECK(lines[0].id == "a");
  CHECK(lines[1].id == "line 2");
  CHECK(lines[5].error.empty());
}

TEST_CASE("read_article_lines: one object printed over many lines") {
  auto const lines = articles("{\n \"id\": \"a1\",\n \"text\": \"ok\"\n}\n");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].error.empty());
  CHECK(lines[0].value.id() == "a1");
}

TEST_CASE("read_article_lines: nesting is refused, not followed") {
  CHECK_FALSE(articles(R"({"x":)" + std::string(200000, '[') + "\n").front().error.empty());
}

TEST_CASE("read_source_lines: the whole ingest form") {
  auto const lines = sources(
      R"({"id":"s","title":"T","date":"2031-01-02","url":null,"verbatim":"asr","speakers":{"MS. REED":{"name":"Ana Reed","role":"mayor","aliases":["Annie"]}},"utterances":[{"speaker":"MS. REED","start":1.5,"end":2,"text":"Yes."},{"text":"No."}]})");
  REQUIRE(lines.size() == 1);
  auto const& source = lines[0].value;
  CHECK(source.made == quoth::Made::asr);
  CHECK(source.speakers.at("MS. REED").aliases == std::vector<std::string>{"Annie"});
  REQUIRE(source.utterances.size() == 2);
  CHECK(source.utterances[0].start == 1.5);
  CHECK(source.utterances[1].text == "No.");
}

TEST_CASE("read_source_lines: what is missing or of the wrong kind is named") {
  CHECK(sources(R"({"id":"s"})")[0].error == "no \"utterances\"; give [{\"speaker\", \"text\"}]");
  CHECK(sources(R"({"utterances":[{"text":"x"}]})")[0].error == "no \"id\"; every transcript needs one");
  CHECK(sources(R"({"id":"s","verbatim":"loud","utterances":[{"text":"x"}]})")[0].error.starts_with("\"verbatim\""));
  CHECK(sources(R"({"id":"s","utterances":[5]})")[0].error == "\"utterances\" is no object");
}
