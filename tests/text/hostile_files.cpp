// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <zlib.h>

#include <chrono>

#include "quoth/article.hpp"
#include "quoth/error.hpp"

namespace {

std::string repeated(std::string const& unit, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += unit;
  return out;
}

// What is complained about; empty where the file can be read.
std::string complaint(std::string bytes, std::string const& name, quoth::Limits const& limits = {}) {
  try {
    quoth::FileContent file(std::move(bytes), name, name, limits);
    quoth::read_articles(file, "auto", name, [](quoth::Document&&) {});
  } catch (quoth::Error const& error) {
    return error.what();
  }
  return {};
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string gzip(std::string const& bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("entities that hold entities are refused, plain ones stand for their text") {
  CHECK(
      has(complaint(
              "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss><item><title>&b;</title></item></rss>",
              "bomb.xml"),
          "holds others"));
  CHECK(has(complaint("<!DOCTYPE rss [<!ENTITY % p \"x\">]><rss/>", "bomb.xml"), "parameter entities"));
  CHECK(complaint("<!DOCTYPE rss [<!ENTITY a \"ha\">]><rss><item><title>&a;&nbsp;</title></item></rss>", "a.xml")
            .empty());
}

TEST_CASE("files outside are not opened") {
  CHECK(has(
      complaint("<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><item><title>&f;</title></item></rss>",
                "leak.xml"),
      "not well-formed"));
}

TEST_CASE("nesting is refused at a limit that can be set") {
  CHECK(has(complaint("<html><body>" + repeated("<div>", 100000) + "x", "deep.html"), "--limit depth"));
  CHECK(has(complaint("<rss>" + repeated("<a>", 100000) + repeated("</a>", 100000) + "</rss>", "deep.xml"),
            "--limit depth"));
  CHECK(has(complaint("<rss>" + repeated("<a b=\"c\" d=\"e\">x", 100000), "deep.xml"), "--limit depth"));
  CHECK(has(complaint(repeated("[", 100000), "deep.json"), "JSON"));
  quoth::Limits wide;
  wide.depth = 5000;
  CHECK(complaint("<html><body><p>x</p>" + repeated("<div>", 4000) + "x", "deep.html", wide).empty());
}

TEST_CASE("HTML that is slow for parsers is read or refused in time") {
  auto const start = std::chrono::steady_clock::now();
  for (auto const* unit :
       {"<a>", "<b><i>", "<p><table>", "</p>", "<font><p>", "<!--", "<![CDATA[", "&lt", "<a b=\"", "<x y"}) {
    std::string html = "<html><body><p>x</p>";
    while (html.size() < 80000) html += unit;
    complaint(html, "slow.html");
  }
  complaint("<html><body><p " + repeated("a1=\"\" ", 200000) + ">", "attributes.html");
  std::string many = "<html><body><p>x</p><p ";
  for (int i = 0; i < 100000; ++i) many += "a" + std::to_string(i) + "=\"\" ";
  CHECK(has(complaint(many + ">", "attributes.html"), "attributes"));
  // Far above what it takes, far below what the slowest parsers need.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(40));
}

TEST_CASE("what unpacks to too much is refused") {
  auto const bomb = gzip(std::string(20UL << 20U, 'a'));
  quoth::Limits small;
  small.bytes = 1UL << 20U;
  CHECK(has(complaint(bomb, "bomb.txt.gz", small), "--limit bytes"));
  quoth::Limits narrow;
  narrow.ratio = 100;
  CHECK(has(complaint(bomb, "bomb.txt.gz", narrow), "--limit ratio"));
  auto const whole = gzip("The lock opens at nine and closes at ten.");
  CHECK(complaint(whole, "whole.txt.gz").empty());
  CHECK(has(complaint(whole.substr(0, whole.size() / 2), "cut.txt.gz"), "gzip"));
}

TEST_CASE("a container with absent parts or lying sizes says so") {
  CHECK(has(complaint(std::string("PK\x03\x04", 4) + repeated("x", 100), "a.docx"), "container"));
  CHECK(has(complaint("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nshort", "a.warc"), "too soon"));
  CHECK(has(complaint("%PDF-1.4\nnothing", "a.pdf"), "PDF"));
}

TEST_CASE("set_limit: a name and an amount") {
  quoth::Limits limits;
  set_limit(limits, "bytes=2M");
  CHECK(limits.bytes == 2UL * 1024 * 1024);
  for (auto const* bad : {"bytes", "bytes=", "bytes=0", "bytes=2X", "colour=3", "seconds=99999999999999999999"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(set_limit(limits, bad), quoth::Error);
  }
}
