// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <zlib.h>

#include <chrono>
#include <optional>
#include <vector>

#include "quoth/error.hpp"
#include "quoth/limits.hpp"
#include "tests/growth.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_content.hpp"

namespace {

std::string repeated(std::string const& unit, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += unit;
  return out;
}

// What is complained about; empty where the file can be read.
std::string complaint(std::string bytes, std::string const& name, quoth::Limits const& limits = {}) {
  try {
    quoth::text::FileContent file(std::move(bytes), name, name, limits);
    quoth::text::parse_articles(file, "auto", name, [](quoth::Document&&) {});
  } catch (quoth::Error const& error) {
    return error.what();
  }
  return {};
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

// `window` tells zlib the form: 31 is gzip, -15 bare deflate.
std::string deflated(std::string const& bytes, int window) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY) == Z_OK);
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

std::string gzip(std::string const& bytes) { return deflated(bytes, 31); }

struct ZipEntry {
  std::string name;
  std::string content;
};

void append_number(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

// What local headers and the directory of a ZIP file have alike, from the version on.
std::string zip_fields(ZipEntry const& entry, std::string const& packed, std::uint32_t unpacked) {
  std::string out;
  append_number(out, 20, 2);
  append_number(out, 0, 2);
  append_number(out, 8, 2);
  append_number(out, 0, 4);
  auto const* bytes = reinterpret_cast<Bytef const*>(entry.content.data());
  append_number(out, static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(entry.content.size()))), 4);
  append_number(out, static_cast<std::uint32_t>(packed.size()), 4);
  append_number(out, unpacked, 4);
  append_number(out, static_cast<std::uint32_t>(entry.name.size()), 2);
  append_number(out, 0, 2);
  return out;
}

// A ZIP file; `claimed` is what it says of its entries' sizes, where that is to be a lie.
std::string zip(std::vector<ZipEntry> const& entries, std::optional<std::uint32_t> claimed = std::nullopt) {
  std::string out;
  std::string directory;
  for (auto const& entry : entries) {
    auto const packed = deflated(entry.content, -15);
    auto const fields = zip_fields(entry, packed, claimed.value_or(static_cast<std::uint32_t>(entry.content.size())));
    directory += "PK\x01\x02";
    append_number(directory, 20, 2);
    directory += fields;
    append_number(directory, 0, 2);
    append_number(directory, 0, 4);
    append_number(directory, 0, 4);
    append_number(directory, static_cast<std::uint32_t>(out.size()), 4);
    directory += entry.name;
    out += "PK\x03\x04" + fields + entry.name + packed;
  }
  auto const start = out.size();
  out += directory + "PK\x05\x06";
  append_number(out, 0, 4);
  append_number(out, static_cast<std::uint32_t>(entries.size()), 2);
  append_number(out, static_cast<std::uint32_t>(entries.size()), 2);
  append_number(out, static_cast<std::uint32_t>(directory.size()), 4);
  append_number(out, static_cast<std::uint32_t>(start), 4);
  append_number(out, 0, 2);
  return out;
}

std::string word_document(std::string const& words) {
  return R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>)" +
         words + "</w:t></w:r></w:p></w:body></w:document>";
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

TEST_CASE("feeds and wires take time by their size, whatever the number of their articles") {
  for (std::string const article : {"<item/>", "<item/><g><item/></g>", "<item>a<description>a</description></item>",
                                    "<nitf><body><p>We open at nine.</p></body></nitf>"}) {
    CAPTURE(article);
    bool const feed = article.starts_with("<item");
    CHECK(quoth::test::growth(4000, [&](std::size_t count) {
            auto const articles = repeated(article, count);
            CHECK(complaint(feed ? "<rss><channel>" + articles + "</channel></rss>" : "<a>" + articles + "</a>",
                            feed ? "a.rss" : "a.xml")
                      .empty());
          }) < quoth::test::linear_growth);
  }
  CHECK(quoth::test::growth(4000, [](std::size_t count) {
          complaint("<rss><channel><title>" + std::string(200 * count, 'a') + "</title>" + repeated("<item/>", count) +
                        "</channel></rss>",
                    "a.rss");
        }) < quoth::test::linear_growth);
}

TEST_CASE("a page takes time by its size, whatever stands around its elements") {
  CHECK(quoth::test::growth(2000, [&](std::size_t count) {
          complaint("<p>We open.</p><figure>" + repeated("<figcaption>a</figcaption>", count), "captions.html");
        }) < quoth::test::linear_growth);
  CHECK(quoth::test::growth(2000, [&](std::size_t count) {
          complaint("<div class=\"" + repeated("abcdefgh ", count) + "pq\">" + repeated("<p>a</p>", count),
                    "class.html");
        }) < quoth::test::linear_growth);
}

TEST_CASE("front matter stands for no more than it holds") {
  CHECK(quoth::test::growth(2000, [&](std::size_t count) {
          complaint(
              "---\ntitle: &x " + repeated("abcd", count) + "\nauthor: [" + repeated("*x,", count) + "*x]\n---\na\n",
              "aliases.md");
        }) < quoth::test::linear_growth);
}

TEST_CASE("a web archive takes time by its size, whatever the number of its records") {
  std::string const page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>“We open at nine,” said Ana Ruud.</p>";
  auto const record = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nContent-Length: " +
                      std::to_string(page.size()) + "\r\n\r\n" + page + "\r\n\r\n";
  CHECK(quoth::test::growth(2500, [&](std::size_t records) {
          CHECK(complaint(repeated(record, records), "many.warc").empty());
        }) < quoth::test::linear_growth);
}

TEST_CASE("a web archive's chunk is no longer than what is left of its page") {
  auto const page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" +
                    repeated("ffffffffffffffff\nX", 20'000);
  auto const record =
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(page.size()) + "\r\n\r\n" + page;
  CHECK(complaint(record, "chunks.warc").empty());
}

TEST_CASE("a web archive whose record has a wrong length says so") {
  auto const record = [](int length) {
    return "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: " + std::to_string(length) +
           "\r\n\r\n<p>We open.</p>\r\n\r\n";
  };
  CHECK(complaint(record(15) + record(15), "a.warc").empty());
  CHECK(has(complaint(record(12) + record(15), "a.warc"), "another length"));
}

TEST_CASE("an entity of many bytes is refused, not cut") {
  auto const feed = [](std::size_t bytes) {
    return "<!DOCTYPE rss [<!ENTITY a \"" + std::string(bytes, 'a') + "\">]><rss><item><title>&a;</title></item></rss>";
  };
  CHECK(complaint(feed(200), "a.xml").empty());
  CHECK(has(complaint(feed(201), "a.xml"), "200 bytes"));
}

TEST_CASE("a limit of more seconds than a clock holds is none") {
  quoth::Limits limits;
  quoth::set_limit(limits, "seconds=10000000000000");
  CHECK(complaint("<p>We open.</p>", "a.html", limits).empty());
}

TEST_CASE("thousands of empty gzip members take no longer than the limit") {
  auto const empty = gzip("");
  std::string members;
  for (int i = 0; i < 1'000; ++i) members += empty;
  quoth::Limits no_time;
  no_time.seconds = 0;
  CHECK(has(complaint(members, "a.txt.gz", no_time), "--limit seconds"));
}

TEST_CASE("what unpacks to too much is refused") {
  auto const bomb = gzip(std::string(20UL << 20U, 'a'));
  quoth::Limits small;
  small.unpacked = 1UL << 20U;
  CHECK(has(complaint(bomb, "bomb.txt.gz", small), "--limit unpacked"));
  CHECK(has(complaint(bomb, "bomb.txt.gz"), "--limit ratio"));
  quoth::Limits wide;
  wide.ratio = 2000;
  CHECK(complaint(bomb, "bomb.txt.gz", wide).empty());
  CHECK(complaint(gzip(std::string(9UL << 20U, 'a')), "blanks.txt.gz").empty());
  auto const whole = gzip("The lock opens at nine and closes at ten.");
  CHECK(complaint(whole, "whole.txt.gz").empty());
  CHECK(has(complaint(whole.substr(0, whole.size() / 2), "cut.txt.gz"), "gzip"));
}

TEST_CASE("containers over a limit are refused: files inside, unpacked size, ratio") {
  ZipEntry const whole{"word/document.xml", word_document("The lock opens at nine.")};
  CHECK(complaint(zip({whole}), "a.docx").empty());
  std::vector<ZipEntry> many{whole};
  for (int i = 0; i < 20; ++i) many.push_back({"x" + std::to_string(i), "x"});
  quoth::Limits few;
  few.entries = 10;
  CHECK(has(complaint(zip(many), "a.docx", few), "--limit entries"));
  ZipEntry const large{"word/document.xml", word_document(std::string(12UL << 20U, 'a'))};
  quoth::Limits small;
  small.unpacked = 1UL << 20U;
  CHECK(has(complaint(zip({large}), "a.docx", small), "--limit unpacked"));
  CHECK(has(complaint(zip({large}), "a.docx"), "--limit ratio"));
}

TEST_CASE("a container with two files of one name is refused: programs differ in which of them they show") {
  ZipEntry const one{"word/document.xml", word_document("The lock opens at nine.")};
  ZipEntry const other{"word/document.xml", word_document("The lock opens at ten.")};
  CHECK(has(complaint(zip({one, other}), "a.docx"), "two files named word/document.xml"));
  CHECK(has(complaint(zip({{"a.txt", "One."}, {"b.txt", "Two."}, {"a.txt", "Three."}}), "a.zip"),
            "two files named a.txt"));
}

TEST_CASE("the articles of a ZIP file may be larger together than each may be, but not than their packing allows") {
  std::vector<ZipEntry> entries;
  for (int i = 0; i < 8; ++i) entries.push_back({std::to_string(i) + ".txt", repeated("The lock opens. ", 100'000)});
  quoth::Limits limits;
  limits.unpacked = 2'000'000;
  limits.ratio = 10'000;
  CHECK(complaint(zip(entries), "a.zip", limits).empty());
  limits.ratio = 100;
  CHECK(has(complaint(zip(entries), "a.zip", limits), "--limit ratio"));
}

TEST_CASE("a container that lies about a size is refused or read, never believed") {
  ZipEntry const large{"word/document.xml", word_document(std::string(8UL << 20U, 'a'))};
  quoth::Limits small;
  small.unpacked = 1UL << 20U;
  CHECK_FALSE(complaint(zip({large}, 10), "a.docx", small).empty());
  CHECK_NOTHROW(complaint(zip({large}, 0xFFFFFFF0), "a.docx"));
  CHECK(has(complaint(zip({{"word/styles.xml", "<x/>"}}), "a.docx"), "lacks word/document.xml"));
}

TEST_CASE("a container with absent parts or lying sizes says so") {
  CHECK(has(complaint(std::string("PK\x03\x04", 4) + repeated("x", 100), "a.docx"), "container"));
  CHECK(has(complaint("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nshort", "a.warc"), "too soon"));
  CHECK(has(complaint("%PDF-1.4\nnothing", "a.pdf"), "PDF"));
}

TEST_CASE("a transcript in closed captions is no article") {
  CHECK(has(complaint("Scenarist_SCC V1.0\n\n00:00:01:00\t9420\n", "a.scc"), "quoth ingest"));
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
