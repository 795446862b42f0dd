// SPDX-License-Identifier: MIT
// Every way an archive may come: `quoth audit` finds the same quotations in each.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <zip.h>
#include <zlib.h>
#include <zstd.h>

#include "tests/tools/audit/audit_newsroom.hpp"

namespace {

using Cells = std::vector<std::string>;

constexpr char const* text = "“We will not raise the ferry fare this year,” Ana Ruud said.";

std::string zstd(std::string const& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
  return packed;
}

void write_gzip(std::filesystem::path const& file, std::string const& bytes) {
  auto* const out = gzopen(file.c_str(), "wb");
  REQUIRE(out != nullptr);
  CHECK(gzwrite(out, bytes.data(), static_cast<unsigned>(bytes.size())) == static_cast<int>(bytes.size()));
  CHECK(gzclose(out) == Z_OK);
}

void write_zip(std::filesystem::path const& file, std::vector<std::pair<std::string, std::string>> const& entries) {
  auto* const zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  REQUIRE(zip != nullptr);
  for (auto const& [name, bytes] : entries) {
    auto* const source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    CHECK(zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
  }
  CHECK(zip_close(zip) == 0);
}

std::string warc_record(std::string const& address, std::string const& page) {
  auto const http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + address +
         "\r\nWARC-Date: 2031-05-13T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
}

std::string page_of(std::string const& title) {
  return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><article><h1>" + title +
         "</h1>\n<p>The council met in the town hall on Monday evening and heard the public.</p>\n<p>" + text +
         "</p></article></body></html>\n";
}

}  // namespace

TEST_CASE("an audit reads JSON lines, packed or not, alike") {
  AuditNewsroom newsroom;
  auto const lines = article_lines(5);
  newsroom.write("in/a.jsonl", lines);
  newsroom.write("in/b.jsonl.zst", zstd(lines));
  write_gzip(newsroom.path("in/c.jsonl.gz"), lines);
  for (auto const* file : {"in/a.jsonl", "in/b.jsonl.zst", "in/c.jsonl.gz"}) {
    CAPTURE(std::string(file));
    CHECK(newsroom.audit(file, std::string(file) + ".out") == 1);
    auto const out = std::string(file) + ".out/";
    CHECK(newsroom.column(out + "articles.csv", "id") == Cells{"a0", "a1", "a2", "a3", "a4"});
    CHECK(newsroom.column(out + "findings.csv", "text").size() == 15);
  }
}

TEST_CASE("a packed file that is broken off keeps what came before and is a row in errors") {
  AuditNewsroom newsroom;
  auto const packed = zstd(article_lines(3000));
  newsroom.write("a.jsonl.zst", packed.substr(0, packed.size() / 2));
  newsroom.write("b.txt", text);
  CHECK(newsroom.audit("a.jsonl.zst b.txt") == 1);
  auto const errors = newsroom.column("out/errors.csv", "error");
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().find("broken off") != std::string::npos);
  CHECK(newsroom.column("out/articles.csv", "id").back() == "b.txt");
}

TEST_CASE("a pipe of JSON lines is refused, whether anybody writes to it or not, and the rest is read") {
  AuditNewsroom newsroom;
  REQUIRE(mkfifo(newsroom.path("a.jsonl").c_str(), 0600) == 0);
  newsroom.write("b.txt", text);
  CHECK(newsroom.audit("a.jsonl b.txt") == 1);
  auto const errors = newsroom.column("out/errors.csv", "error");
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().find("is a pipe or a device") != std::string::npos);
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{"b.txt"});
}

TEST_CASE("an audit reads a folder and all in it, without hidden files and files that are no articles") {
  AuditNewsroom newsroom;
  newsroom.write("in/2031/a.txt", text);
  newsroom.write("in/b.md", text);
  newsroom.write("in/.hidden.txt", text);
  newsroom.write("in/logo.png", "no picture");
  CHECK(newsroom.audit("in") == 0);
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{"in/2031/a.txt", "in/b.md"});
}

TEST_CASE("an audit reads the files that match a pattern") {
  AuditNewsroom newsroom;
  newsroom.write("in/a.txt", text);
  newsroom.write("in/b.md", text);
  newsroom.write("in/c.txt", text);
  CHECK(newsroom.audit("'in/*.txt'") == 0);
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{"in/a.txt", "in/c.txt"});
  CHECK(newsroom.audit("'in/*.none'", "none") == 2);
  CHECK(newsroom.message().find("in/*.none: no such file or folder") != std::string::npos);
}

TEST_CASE("a page of a web archive that cannot be read is a row in errors, the others are articles") {
  AuditNewsroom newsroom;
  auto const broken = std::string("\x1f\x8b\x08 no gzip at all, whatever it says of itself");
  newsroom.write("a.warc", warc_record("https://skerry.example/1", page_of("The ferry")) +
                               warc_record("https://skerry.example/2", broken) +
                               warc_record("https://skerry.example/3", page_of("The fare")));
  CHECK(newsroom.audit("a.warc") == 1);
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{"https://skerry.example/1", "https://skerry.example/3"});
  CHECK(newsroom.column("out/errors.csv", "id") == Cells{"a.warc"});
}

TEST_CASE("an audit reads every page of a web archive") {
  AuditNewsroom newsroom;
  auto const records = warc_record("https://skerry.example/1", page_of("The ferry")) +
                       warc_record("https://skerry.example/2", page_of("The fare"));
  newsroom.write("a.warc", records);
  write_gzip(newsroom.path("b.warc.gz"), records);
  CHECK_MESSAGE(newsroom.audit("a.warc b.warc.gz") == 0, newsroom.message(), newsroom.read("out/errors.csv"));
  Cells const pages{"https://skerry.example/1", "https://skerry.example/2"};
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{pages[0], pages[1], pages[0], pages[1]});
  CHECK(newsroom.column("out/articles.csv", "number") == Cells{"1", "2", "1", "2"});
  CHECK(newsroom.column("out/findings.csv", "verdict") == Cells(4, "verbatim"));
}

TEST_CASE("an audit reads the articles in a ZIP file") {
  AuditNewsroom newsroom;
  std::filesystem::create_directories(newsroom.path("in"));
  write_zip(newsroom.path("in/a.zip"), {{"one.md", text},
                                        {"notes.xyz", "no article"},
                                        {"2031/two.html", page_of("The ferry")},
                                        {"more.jsonl", article_lines(2, "line")}});
  CHECK(newsroom.audit("in") == 1);
  CHECK(newsroom.column("out/articles.csv", "id") ==
        Cells{"in/a.zip/one.md", "in/a.zip/2031/two.html", "line0", "line1"});
}

TEST_CASE("a file in a ZIP file that cannot be read is a row in errors, the others are checked") {
  AuditNewsroom newsroom;
  write_zip(newsroom.path("a.zip"), {{"one.md", text}, {"two.docx", "no Word file"}, {"three.md", text}});
  CHECK(newsroom.audit("a.zip") == 1);
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{"a.zip/one.md", "a.zip/three.md"});
  auto const errors = newsroom.column("out/errors.csv", "error");
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().find("two.docx") != std::string::npos);
}
