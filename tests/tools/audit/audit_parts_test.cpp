// SPDX-License-Identifier: MIT
// `quoth audit --part` and `--merge`: parts make the same files as one run, and what is no whole set of parts is
// refused with one line.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <csignal>
#include <limits>

#include "tests/tools/audit/audit_newsroom.hpp"
#include "tools/audit/article_result.hpp"

namespace {

constexpr char const* text = "“We will not raise the ferry fare this year,” Ana Ruud said.";

using Cells = std::vector<std::string>;

std::string feed(unsigned items) {
  std::string all = "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>The Skerry</title>\n";
  for (unsigned i = 0; i < items; ++i)
    all += "<item><title>Ferry</title><guid>item" + std::to_string(i) + "</guid><description>" + text +
           "</description></item>\n";
  return all + "</channel></rss>\n";
}

// An archive of lines, of which one is no JSON, of lone articles, a feed, and a file that nobody can read.
void write_archive(AuditNewsroom const& newsroom) {
  newsroom.write("in/a.jsonl", article_lines(17, "a") + "\nno json\n" + article_lines(6, "b"));
  newsroom.write("in/b.txt", text);
  newsroom.write("in/c.rss", feed(7));
  newsroom.write("in/d.docx", "no Word file");
  newsroom.write("in/e.jsonl.zst", "no Zstandard");
  newsroom.write("in/f.md", text);
  newsroom.write("in/g.rss", "<rss>");
}

// Runs all parts into the folders part1, part2 …
void audit_parts(AuditNewsroom& newsroom, unsigned parts, std::string const& more = "") {
  for (unsigned i = 1; i <= parts; ++i) {
    auto const part = std::to_string(i);
    CHECK(newsroom.audit("in", "part" + part, "--part " + part + "/" + std::to_string(parts) + " " + more) <= 1);
  }
}

// The one line that a merge ends with.
std::string refusal(AuditNewsroom& newsroom, std::string const& arguments) {
  CHECK(newsroom.run("audit --merge whole " + arguments) == 2);
  CHECK(std::ranges::count(newsroom.message(), '\n') == 1);
  return newsroom.message();
}

// The packed result, in which the first quotation has another fidelity.
std::string with_fidelity(std::string const& body, double fidelity) {
  quoth::tools::ArticleResult const result(body, 0);
  auto rows = result.rows();
  rows.quotations.at(0).fidelity = fidelity;
  std::string bytes(result.line());
  quoth::db::append_rows(bytes, rows);
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 1));
  return packed;
}

bool says(std::string const& message, std::string const& what) { return message.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("parts of an audit merge to the bytes of one run, in any order") {
  AuditNewsroom newsroom;
  write_archive(newsroom);
  REQUIRE(newsroom.audit("in", "one") == 1);
  auto const articles = newsroom.column("one/articles.csv", "id").size();
  for (unsigned const parts : {1U, 2U, 3U, 40U}) {
    CAPTURE(parts);
    audit_parts(newsroom, parts);
    CHECK_FALSE(std::filesystem::exists(newsroom.path("part1/summary.html")));
    std::string folders;
    for (unsigned i = parts; i > 0; --i) folders += " part" + std::to_string(i);
    CHECK(newsroom.run("audit --merge whole" + folders) == 1);
    CHECK(says(newsroom.message(), "(of " + std::to_string(parts) + " parts)"));
    CHECK(newsroom.results("whole") == newsroom.results("one"));
  }
  // The merged folder knows what its parts have checked.
  CHECK(newsroom.audit("in", "whole") == 1);
  CHECK(newsroom.checked_now() == "0");
  CHECK(newsroom.column("whole/articles.csv", "id").size() == articles);
}

TEST_CASE("parts keep what they were asked to be sure of, and must agree on it") {
  AuditNewsroom newsroom;
  newsroom.write("in/a.jsonl", article_lines(4));
  audit_parts(newsroom, 2, "--min-confidence 1");
  CHECK(newsroom.run("audit --merge whole part1 part2") == 0);
  CHECK(says(newsroom.message(), " 0 quotations to look at and 8 less than 100 % sure,"));
  CHECK(newsroom.audit("in", "part2", "--part 2/2") == 1);
  CHECK(says(refusal(newsroom, "part1 part2"), "differ in their --min-confidence"));
}

TEST_CASE("the articles of a feed are dealt out, and each part is of about the same size") {
  AuditNewsroom newsroom;
  newsroom.write("in/a.jsonl", article_lines(9));
  newsroom.write("in/b.rss", feed(9));
  for (auto const* part : {"1/3", "2/3", "3/3"}) {
    CAPTURE(std::string(part));
    CHECK(newsroom.audit("in", "out", std::string("--part ") + part) == 1);
    CHECK(says(newsroom.message(), "6 articles"));
  }
}

TEST_CASE("the status of a part is that of its articles, that of a merge of all") {
  AuditNewsroom newsroom;
  newsroom.write("in/a.jsonl", article_line("good", text) + article_line("bad", "“The fare is gold,” Ana Ruud said."));
  newsroom.write("in/b.txt", text);
  CHECK(newsroom.audit("in", "part1", "--part 1/2 --coverage complete") == 0);
  CHECK(newsroom.audit("in", "part2", "--part 2/2 --coverage complete") == 1);
  CHECK(newsroom.run("audit --merge whole part1 part2") == 1);
}

TEST_CASE("a part that was killed goes on where it was, and is not merged before it has finished") {
  AuditNewsroom newsroom;
  constexpr char const* archive = "--jobs 1 before.jsonl held.txt after.jsonl";
  newsroom.write("before.jsonl", article_lines(20, "before"));
  newsroom.write("held.txt", text);
  newsroom.write("after.jsonl", article_lines(20, "after"));
  REQUIRE(newsroom.audit(archive, "one") == 1);
  CHECK(newsroom.audit(archive, "part1", "--part 1/2") == 1);
  // The second part stops at an article that is a named pipe.
  std::filesystem::remove(newsroom.path("held.txt"));
  REQUIRE(mkfifo(newsroom.path("held.txt").c_str(), 0600) == 0);
  auto const part = newsroom.begin_audit(std::string(archive) + " --part 2/2", "part2");
  auto const pipe = open(newsroom.path("held.txt").c_str(), O_WRONLY | O_CLOEXEC);
  CHECK(says(refusal(newsroom, "part1 part2"), "another audit is at work there"));
  kill(part, SIGKILL);
  newsroom.end(part);
  close(pipe);
  CHECK(says(refusal(newsroom, "part1 part2"), "part2: is not finished; run its command again, it goes on"));
  std::filesystem::remove(newsroom.path("held.txt"));
  newsroom.write("held.txt", text);
  CHECK(newsroom.audit(archive, "part2", "--part 2/2") == 1);
  CHECK(newsroom.run("audit --merge whole part1 part2") == 1);
  CHECK(newsroom.results("whole") == newsroom.results("one"));
}

TEST_CASE("a merge names what is no whole set of parts of one audit") {
  AuditNewsroom newsroom;
  write_archive(newsroom);
  audit_parts(newsroom, 3);

  SUBCASE("a part is missing") {
    CHECK(says(refusal(newsroom, "part3 part1"), "part 2/3 is missing; name its folder too"));
    CHECK(says(refusal(newsroom, "part1 part2"), "part 3/3 is missing"));
  }
  SUBCASE("a part comes twice") {
    std::filesystem::copy(newsroom.path("part2"), newsroom.path("copy"));
    CHECK(says(refusal(newsroom, "part1 part2 part3 copy"), "part2 and copy: are both part 2/3"));
    CHECK(says(refusal(newsroom, "part1 part1 part2 part3"), "part1 and part1: are both part 1/3"));
  }
  SUBCASE("parts of another division") {
    CHECK(newsroom.audit("in", "part2", "--part 2/4") <= 1);
    CHECK(says(refusal(newsroom, "part1 part2 part3"), "are parts of different divisions, 2/4 and 1/3"));
  }
  SUBCASE("parts of different policies, settings and days") {
    CHECK(newsroom.audit("in", "part2", "--part 2/3 --policy strict") <= 1);
    CHECK(says(refusal(newsroom, "part1 part2 part3"), "part2 and part1: differ in their policy;"));
    newsroom.write("known.txt", "");
    newsroom.run("check --no-config --store s.db --write-baseline known.txt in/a.jsonl");
    CHECK(newsroom.audit("in", "part2", "--part 2/3 --baseline known.txt") <= 1);
    CHECK(says(refusal(newsroom, "part1 part2 part3"), "differ in their settings"));
    CHECK(newsroom.audit("in", "part2", "--part 2/3 --date 2031-01-01") <= 1);
    CHECK(says(refusal(newsroom, "part1 part2 part3"), "differ in their date"));
  }
  SUBCASE("parts of different stores") {
    newsroom.write("more.txt", "THE MAYOR: The harbour crane will be painted yellow in spring.\n");
    REQUIRE(newsroom.run("ingest --store s.db --speaker 'THE MAYOR=Ana Ruud' --id more more.txt") == 0);
    CHECK(newsroom.audit("in", "part3", "--part 3/3") <= 1);
    CHECK(says(refusal(newsroom, "part1 part2 part3"), "part3 and part1: differ in their store;"));
  }
  SUBCASE("parts of different archives") {
    newsroom.write("in/b.txt", std::string(text) + " The boat left.");
    CHECK(newsroom.audit("in", "part3", "--part 3/3") <= 1);
    CHECK(says(refusal(newsroom, "part1 part2 part3"), "part3 and part1: differ in their archive"));
  }
  SUBCASE("what is no part") {
    std::filesystem::create_directories(newsroom.path("empty"));
    CHECK(says(refusal(newsroom, "part1 empty"), "empty: holds no part of an audit"));
    CHECK(newsroom.audit("in", "all") <= 1);
    CHECK(says(refusal(newsroom, "part1 all"), "all: is a whole audit and no part of one"));
    newsroom.write("text/work.db", "no database at all, but long enough to be looked at as one");
    CHECK(says(refusal(newsroom, "part1 text"), "text/work.db: is damaged"));
    std::filesystem::create_symlink(newsroom.path("part2/work.db"), newsroom.path("empty/work.db"));
    CHECK(says(refusal(newsroom, "part1 empty"), "is a link or no file"));
    CHECK(newsroom.run("audit --merge part1 part1 part2 part3") == 2);
    CHECK(says(newsroom.message(), "part1: is one of the parts; name another folder"));
  }
}

TEST_CASE("a part whose results hold what quoth never writes is refused and named") {
  AuditNewsroom newsroom;
  newsroom.write("in/a.jsonl", article_lines(4, "a"));
  audit_parts(newsroom, 2);
  SQLite::Database database(newsroom.path("part2/work.db").string(), SQLite::OPEN_READWRITE);
  std::string const body = database.execAndGet("SELECT body FROM result LIMIT 1").getString();
  for (auto const fidelity : {-5.0, 1e300, std::numeric_limits<double>::quiet_NaN()}) {
    CAPTURE(fidelity);
    SQLite::Statement change(database, "UPDATE result SET body = ?");
    auto const changed = with_fidelity(body, fidelity);
    change.bindNoCopy(1, changed.data(), static_cast<int>(changed.size()));
    change.exec();
    CHECK(says(refusal(newsroom, "part1 part2"), "part2/work.db: is damaged; remove it and run the audit again"));
  }
}

TEST_CASE("options of parts and merges are checked") {
  AuditNewsroom newsroom;
  newsroom.write("a.txt", text);
  for (auto const* part : {"0/2", "3/2", "x", "1", "1/", "/2", "1/2/3", "-1/2", "1/9999999"}) {
    CAPTURE(std::string(part));
    CHECK(newsroom.audit("a.txt", "out", std::string("--part ") + part) == 2);
    CHECK(says(newsroom.message(), "is no part; write the third of eight as 3/8"));
  }
  CHECK(newsroom.run("audit --store s.db a.txt") == 2);
  CHECK(says(newsroom.message(), "--out is required"));
  CHECK(newsroom.run("audit --merge whole --out out part1") == 2);
  CHECK(says(newsroom.message(), "--out cannot be combined with --merge"));
}
