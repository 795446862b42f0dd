// SPDX-License-Identifier: MIT
#include "text/json/jsonl.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <streambuf>
#include <vector>

#include "quoth/error.hpp"

using quoth::Limits;

namespace {

std::vector<quoth::text::JsonLine<quoth::Document>> articles(std::string const& text, Limits const& limits = {}) {
  std::istringstream in(text);
  std::vector<quoth::text::JsonLine<quoth::Document>> lines;
  quoth::text::read_article_lines(
      in, "a.jsonl", limits, [&](quoth::text::JsonLine<quoth::Document>&& line) { lines.push_back(std::move(line)); });
  return lines;
}

std::vector<quoth::text::JsonLine<quoth::Source>> sources(std::string const& text, Limits const& limits = {}) {
  std::istringstream in(text);
  std::vector<quoth::text::JsonLine<quoth::Source>> lines;
  auto const take = [&](quoth::text::JsonLine<quoth::Source>&& line, std::string_view) {
    lines.push_back(std::move(line));
  };
  quoth::text::read_source_lines(in, "s.jsonl", limits, take);
  return lines;
}

// Never ends, like /dev/zero, and counts what is read of it.
class EndlessLine : public std::streambuf {
 public:
  std::size_t read = 0;

 protected:
  int_type underflow() override {
    read += piece_.size();
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return 0;
  }

 private:
  std::string piece_ = std::string(1UL << 18U, '\0');
};

// Holds no bytes ready, like standard input that C's stdio shares.
class UnbufferedBytes : public std::streambuf {
 public:
  explicit UnbufferedBytes(std::string bytes) : bytes_(std::move(bytes)) {}

 protected:
  int_type underflow() override {
    return at_ == bytes_.size() ? traits_type::eof() : traits_type::to_int_type(bytes_[at_]);
  }
  int_type uflow() override {
    auto const next = underflow();
    if (next != traits_type::eof()) ++at_;
    return next;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

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

TEST_CASE("read_article_lines: a line over the limit is refused by its number, the next is read") {
  Limits limits;
  limits.line = 40;
  auto const lines = articles(R"({"id":"a","text":"one"})"
                              "\n{\"id\":\"b\",\"text\":\"" +
                                  std::string(1'000'000, 'x') +
                                  "\"}\n"
                                  R"({"id":"c","text":"three"})",
                              limits);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].number == 2);
  CHECK(lines[1].id == "line 2");
  CHECK(lines[1].error == "is over 40 bytes long; allow more with --limit line=…");
  CHECK(lines[2].value.id() == "c");
}

TEST_CASE("read_article_lines: a line is no longer than a file may be") {
  Limits limits;
  limits.bytes = 40;
  auto const lines = articles("{\"text\":\"" + std::string(50, 'x') + "\"}\n{\"text\":\"b\"}\n", limits);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].error == "is over 40 bytes long; allow more with --limit bytes=…");
  CHECK(lines[1].error.empty());
}

TEST_CASE("read_article_lines: an object over many lines that is over the limit is refused") {
  Limits limits;
  limits.line = 40;
  auto const lines = articles("{\n \"text\":\n \"" + std::string(50, 'x') + "\"\n}\n", limits);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].error == "is over 40 bytes long; allow more with --limit line=…");
}

TEST_CASE("read_article_lines: an object over many lines whose first line is as long as allowed is bounded too") {
  Limits limits;
  limits.line = 40;
  auto const lines = articles(std::string(39, ' ') + "{\n" + std::string(1'000'000, 'x') + "\n}\n", limits);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].error == "is over 40 bytes long; allow more with --limit line=…");
}

TEST_CASE("read_article_lines: a first line that is cut to a brace opens no object over many lines") {
  Limits limits;
  limits.line = 40;
  auto const lines = articles(std::string(39, ' ') + "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", limits);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].error == "is over 40 bytes long; allow more with --limit line=…");
  CHECK(lines[1].error.empty());
}

TEST_CASE("read_article_lines: a stream without a buffer is read whole") {
  UnbufferedBytes bytes("{\"text\":\"a\"}\n{\"text\":\"" + std::string(600'000, 'x') + "\"}\n{\"text\":\"c\"}");
  std::istream in(&bytes);
  std::vector<std::size_t> sizes;
  quoth::text::read_article_lines(in, "-", {}, [&](auto&& line) { sizes.push_back(line.value.text().size()); });
  CHECK(sizes == std::vector<std::size_t>{1, 600'000, 1});
}

TEST_CASE("read_article_lines: a line without end is given up") {
  Limits limits;
  limits.line = 1000;
  EndlessLine bytes;
  std::istream in(&bytes);
  CHECK_THROWS_WITH_AS(
      quoth::text::read_article_lines(in, "zero.jsonl", limits, [](auto&&) { FAIL("there is no article"); }),
      "zero.jsonl:1: is over 1000 bytes long; allow more with --limit line=…; its end was not found", quoth::Error);
  CHECK(bytes.read < 1'100'000'000);
}

TEST_CASE("JSON lines: what is nested too deeply is refused, the limit named") {
  Limits limits;
  limits.depth = 10;
  auto const nested = [](std::string const& end) {
    return R"({"id":"a","x":)" + std::string(12, '[') + std::string(12, ']') + end + "\n";
  };
  CHECK(articles(nested(R"(,"text":"b"})"), limits).front().error ==
        "JSON nested over 10 deep; allow more with --limit depth=…");
  CHECK(sources(nested(R"(,"utterances":[]})"), limits).front().error ==
        "JSON nested over 10 deep; allow more with --limit depth=…");
  CHECK(articles(nested(R"(,"text":"b"})")).front().error.empty());
}

TEST_CASE("read_source_lines: a line over the limit is refused by its number") {
  Limits limits;
  limits.line = 30;
  auto const lines = sources("{\"id\":\"a\",\"utterances\":[{\"text\":\"the whole of it\"}]}\n", limits);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].error == "is over 30 bytes long; allow more with --limit line=…");
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
  CHECK(sources(R"({"utterances":[{"text":"x"}]})")[0].error == "no \"id\"; every source needs one");
  CHECK(sources(R"({"id":"s","verbatim":"loud","utterances":[{"text":"x"}]})")[0].error.starts_with("\"verbatim\""));
  CHECK(sources(R"({"id":"s","utterances":[5]})")[0].error == "\"utterances\" is no object");
}

TEST_CASE("read_source_lines: a document with its pages, lines and headings") {
  auto const lines = sources(
      R"({"id":"s","kind":"document","author":"Ida Moen","issuer":"Audit Office","language":"en","utterances":[{"text":"A.","page":1},{"text":"B.","page":"1","heading":"Findings"},{"text":"C."},{"text":"D.","page":"S2"},{"text":"E.","line":3},{"text":"F.","page":"S2","line":4}]})");
  REQUIRE(lines.size() == 1);
  REQUIRE(lines[0].error.empty());
  auto const& source = lines[0].value;
  CHECK(source.kind == quoth::SourceKind::document);
  CHECK(source.made == quoth::Made::written);
  CHECK(source.author == "Ida Moen");
  CHECK(source.issuer == "Audit Office");
  CHECK(source.language == "en");
  CHECK(source.utterances[1].heading == "Findings");
  CHECK(source.utterances[2].heading.empty());
  std::string printed;
  for (auto const& line : source.printed)
    printed += std::to_string(line.utterance) + ":" + line.page + ":" + std::to_string(line.line) + " ";
  CHECK(printed == "0:1:0 3:S2:0 4:S2:3 5:S2:4 ");
}

TEST_CASE("read_source_lines: how a document was made may be told, and a transcript is spoken") {
  auto const made = [](std::string const& fields) {
    return sources("{\"id\":\"s\"," + fields + "\"utterances\":[{\"text\":\"x\"}]}")[0].value.made;
  };
  CHECK(made(R"("made":"ocr","kind":"document",)") == quoth::Made::ocr);
  CHECK(made(R"("kind":"document","made":null,)") == quoth::Made::written);
  CHECK(made(R"("kind":"transcript",)") == quoth::Made::spoken);
  CHECK(made("") == quoth::Made::spoken);
}

TEST_CASE("read_source_lines: words with times and confidences, either of which may be null") {
  auto const lines = sources(
      R"({"id":"s","utterances":[{"text":"The weir – twice.","words":[[12.5,0.98],[null,1],[13,null],[null,null]]},{"text":"No.","words":null}]})");
  REQUIRE(lines[0].error.empty());
  auto const& words = lines[0].value.utterances[0].words;
  REQUIRE(words.size() == 4);
  CHECK(words[0].start == 12.5);
  CHECK(words[0].confidence == 0.98);
  CHECK_FALSE(words[1].start.has_value());
  CHECK(words[1].confidence == 1);
  CHECK_FALSE(words[2].confidence.has_value());
  CHECK(lines[0].value.utterances[1].words.empty());
}
