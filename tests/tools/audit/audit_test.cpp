// SPDX-License-Identifier: MIT
// What `quoth audit` promises of its results: the same whatever the threads, no more checked again than must be, and
// a row for whatever could not be read.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/tools/audit/audit_newsroom.hpp"
#include "tools/reports/csv_cell.hpp"

namespace {

constexpr char const* settled = "“We will not raise the ferry fare this year,” Ana Ruud said.";
constexpr char const* missing = "“The harbour crane will be painted yellow in spring,” Ana Ruud said.";
constexpr char const* misattributed = "“The waiting room is in the budget for next year,” Karin Berg said.";

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("an audit's files are the same to the byte for any number of threads") {
  AuditNewsroom newsroom;
  newsroom.write("in/a.jsonl", article_lines(60, "a") + "no json\n" + article_lines(40, "b"));
  newsroom.write("in/b.txt", settled);
  newsroom.write("in/c.docx", "no Word file");
  REQUIRE(newsroom.audit("in", "one", "--jobs 1") == 1);
  for (auto const* jobs : {"2", "3"}) {
    CAPTURE(std::string(jobs));
    CHECK(newsroom.audit("in", jobs, std::string("--jobs ") + jobs) == 1);
    CHECK(newsroom.results(jobs) == newsroom.results("one"));
  }
}

TEST_CASE("the CSV files of an audit hold the rows of audit.db") {
  AuditNewsroom newsroom;
  newsroom.write("in/a.jsonl", article_lines(5) + "no json\n");
  newsroom.write("in/b.txt", std::string(settled) + "\n\n" + missing + "\n\n" + misattributed);
  REQUIRE(newsroom.audit("in") == 1);
  SQLite::Database const database(newsroom.path("out/audit.db").string());
  for (auto const* table : {"articles", "findings", "evidence", "errors"}) {
    CAPTURE(std::string(table));
    SQLite::Statement statement(database, std::string("SELECT * FROM ") + table);
    std::string lines;
    auto const add = [&](std::string const& cell) { lines += quoth::tools::csv_cell(cell) + ','; };
    auto const end = [&] { lines.replace(lines.size() - 1, 1, "\r\n"); };
    for (int i = 0; i < statement.getColumnCount(); ++i) add(statement.getColumnName(i));
    end();
    while (statement.executeStep()) {
      for (int i = 0; i < statement.getColumnCount(); ++i) add(statement.getColumn(i).getString());
      end();
    }
    CHECK(newsroom.read(std::string("out/") + table + ".csv") == lines);
  }
}

TEST_CASE("articles stand in the order of the archive") {
  AuditNewsroom newsroom;
  newsroom.write("in/b.jsonl", article_lines(3, "b"));
  newsroom.write("in/a/z.txt", settled);
  newsroom.write("in/c.md", settled);
  CHECK(newsroom.audit("in --jobs 3") == 1);
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{"in/a/z.txt", "b0", "b1", "b2", "in/c.md"});
}

TEST_CASE("an article that cannot be read is a row in errors") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("first", settled) + "{\"id\": \"second\"}\n" + article_line("third", settled));
  newsroom.write("b.docx", "PK\x03\x04 and no more");
  newsroom.write("c.txt", settled);
  CHECK(newsroom.audit("a.jsonl b.docx c.txt") == 1);
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{"first", "third", "c.txt"});
  CHECK(newsroom.column("out/errors.csv", "id") == Cells{"second", "b.docx"});
  CHECK(newsroom.column("out/errors.csv", "number") == Cells{"2", "1"});
}

TEST_CASE("a changed article is checked again, and no other") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_lines(20) + article_line("x", settled));
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  CHECK(newsroom.checked_now() == "21");
  newsroom.write("a.jsonl", article_lines(20) + article_line("x", missing));
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  CHECK(newsroom.checked_now() == "1");
  REQUIRE(newsroom.audit("a.jsonl", "fresh") == 1);
  CHECK(newsroom.results() == newsroom.results("fresh"));
}

TEST_CASE("an article that moved in its file is not known by its old place") {
  AuditNewsroom newsroom;
  auto const feed = [](std::string const& before) {
    return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>The Skerry</title>\n" + before +
           "<item><title>Ferry</title><guid>1</guid><description>" + settled + "</description></item>\n" +
           "</channel></rss>\n";
  };
  newsroom.write("a.rss", feed(""));
  REQUIRE(newsroom.audit("a.rss") == 0);
  newsroom.write("a.rss", feed("\n\n\n"));
  REQUIRE(newsroom.audit("a.rss") == 0);
  REQUIRE(newsroom.audit("a.rss", "fresh") == 0);
  CHECK(newsroom.column("out/findings.csv", "line") == newsroom.column("fresh/findings.csv", "line"));
}

TEST_CASE("a store that has grown leaves what was found as it was said alone") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("settled", settled) + article_line("missing", missing) +
                                article_line("unchecked", "Boats are “nice”."));
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  newsroom.write("more.txt", "THE MAYOR: The harbour crane will be painted yellow in spring.\n");
  REQUIRE(newsroom.run("ingest --store s.db --speaker 'THE MAYOR=Ana Ruud' --id more more.txt") == 0);
  CHECK(newsroom.audit("a.jsonl") == 0);
  CHECK(newsroom.checked_now() == "2");
  CHECK(newsroom.column("out/findings.csv", "verdict") == Cells{"verbatim", "verbatim", "unchecked"});
  auto const versions = newsroom.column("out/findings.csv", "store");
  CHECK(versions.at(0) != versions.at(1));
  CHECK(versions.at(1) == versions.at(2));
}

TEST_CASE("a transcript removed from the store has everything checked again") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("settled", settled));
  REQUIRE(newsroom.audit("a.jsonl") == 0);
  REQUIRE(newsroom.run("store remove --store s.db council") == 0);
  newsroom.audit("a.jsonl");
  CHECK(newsroom.checked_now() == "1");
}

TEST_CASE("a line over the limit of bytes is a row in errors") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("long", std::string(5000, 'x')) + article_line("short", settled));
  CHECK(newsroom.audit("a.jsonl --limit bytes=1K") == 1);
  CHECK(newsroom.column("out/errors.csv", "id") == Cells{"line 1"});
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{"short"});
}

TEST_CASE("a file over the limit of bytes is a row in errors") {
  AuditNewsroom newsroom;
  newsroom.write("a.txt", std::string(5000, 'x'));
  newsroom.write("b.txt", settled);
  CHECK(newsroom.audit("a.txt b.txt --limit bytes=1K") == 1);
  CHECK(newsroom.column("out/errors.csv", "id") == Cells{"a.txt"});
  CHECK(newsroom.column("out/articles.csv", "id") == Cells{"b.txt"});
}

TEST_CASE("a folder for the results that cannot be made ends the run with one line") {
  AuditNewsroom newsroom;
  newsroom.write("a.txt", settled);
  newsroom.write("taken", "a file");
  CHECK(newsroom.audit("a.txt", "taken/out") == 2);
  CHECK(newsroom.message().find("taken/out: cannot be made") != std::string::npos);
  CHECK(std::ranges::count(newsroom.message(), '\n') == 1);
}

TEST_CASE("a result that cannot be put in its place leaves the others as they were") {
  AuditNewsroom newsroom;
  newsroom.write("a.txt", settled);
  std::filesystem::create_directories(newsroom.path("out/results.jsonl.zst/in the way"));
  CHECK(newsroom.audit("a.txt") == 2);
  CHECK(newsroom.message().find("results.jsonl.zst") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(newsroom.path("out/audit.db")));
}

TEST_CASE("a comment in the article sets a finding aside in an audit as in a check") {
  AuditNewsroom newsroom;
  newsroom.write("a.md", std::string("<!-- quoth: ignore misattributed: read out from a letter -->\n") + misattributed);
  REQUIRE(newsroom.run("check --no-config --store s.db a.md") == 0);
  CHECK(newsroom.audit("a.md") == 0);
  CHECK(newsroom.column("out/findings.csv", "must_be_seen") == Cells{"0"});
  CHECK(newsroom.column("out/findings.csv", "set_aside") == Cells{"read out from a letter"});

  SUBCASE("a comment that goes brings the finding back") {
    newsroom.write("a.md", misattributed);
    CHECK(newsroom.audit("a.md") == 1);
  }
  SUBCASE("another reason is told") {
    newsroom.write("a.md", std::string("<!-- quoth: ignore misattributed: she said so too -->\n") + misattributed);
    CHECK(newsroom.audit("a.md") == 0);
    CHECK(newsroom.column("out/findings.csv", "set_aside") == Cells{"she said so too"});
  }
}

TEST_CASE("the comments of a line hold for its article, in an audit as in a check") {
  AuditNewsroom newsroom;
  auto const ignored = std::string("<!-- quoth: ignore misattributed: a letter -->\n") + misattributed;
  newsroom.write("a.jsonl", article_line("a", ignored) + article_line("b", misattributed) +
                                article_line("c", std::string("<!-- quoth: ignore all -->") + misattributed));
  CHECK(newsroom.run("check --no-config --store s.db a.jsonl") == 2);
  CHECK(newsroom.audit("a.jsonl") == 1);
  CHECK(newsroom.column("out/findings.csv", "set_aside") == Cells{"a letter", ""});
  CHECK(newsroom.column("out/errors.csv", "id") == Cells{"c"});
}

TEST_CASE("a malformed comment is a row in errors") {
  AuditNewsroom newsroom;
  newsroom.write("a.md", std::string("<!-- quoth: ignore misattributed -->\n") + misattributed);
  CHECK(newsroom.audit("a.md") == 1);
  CHECK(newsroom.column("out/errors.csv", "id") == Cells{"a.md"});
}

TEST_CASE("unsure findings of an audit stop nothing and are counted apart") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("a", misattributed) + article_line("b", settled));
  CHECK(newsroom.audit("a.jsonl") == 1);
  CHECK(newsroom.message().find("1 quotations to look at, ") != std::string::npos);
  CHECK(newsroom.column("out/findings.csv", "unsure") == Cells{"0", "0"});
  // What is known from before is counted anew, and not checked again.
  CHECK(newsroom.audit("a.jsonl --min-confidence 1") == 0);
  CHECK(newsroom.checked_now() == "0");
  CHECK(newsroom.message().find("0 quotations to look at and 1 less than 100 % sure, ") != std::string::npos);
  CHECK(newsroom.column("out/findings.csv", "must_be_seen") == Cells{"1", "0"});
  CHECK(newsroom.column("out/findings.csv", "unsure") == Cells{"1", "0"});
  CHECK(newsroom.read("out/summary.html").find("<b>1</b><span><a href=\"pages/unsure-1.html\">less than 100 % sure") !=
        std::string::npos);
  newsroom.write("quoth.toml", "min_confidence = 1\n");
  CHECK(newsroom.run("audit --config quoth.toml --store s.db --out out a.jsonl") == 0);
  CHECK(newsroom.run("audit --config quoth.toml --min-confidence 0 --store s.db --out out a.jsonl") == 1);
}

TEST_CASE("a baseline sets findings aside in an audit as in a check") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("a", misattributed));
  newsroom.run("check --no-config --store s.db --write-baseline known.txt a.jsonl");
  CHECK(newsroom.audit("a.jsonl") == 1);
  CHECK(newsroom.audit("a.jsonl --baseline known.txt") == 0);
  CHECK(newsroom.column("out/findings.csv", "set_aside") == Cells{"accepted as it was"});
  CHECK(newsroom.audit("a.jsonl") == 1);
}

TEST_CASE("CSV files for Excel have a byte order mark, and semicolons where a comma is the decimal mark") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("=1+1", "“We will raise the ferry fare this year,” Ana Ruud said."));
  REQUIRE(newsroom.audit("a.jsonl", "plain") == 1);
  REQUIRE(newsroom.audit("a.jsonl", "excel", "--csv-for excel") == 1);
  REQUIRE(newsroom.audit("a.jsonl", "semicolons", "--csv-for excel-semicolon") == 1);
  for (auto const* name : {"articles.csv", "findings.csv", "evidence.csv", "errors.csv", "variants.csv"}) {
    CAPTURE(std::string(name));
    auto const plain = newsroom.read(std::string("plain/") + name);
    CHECK(newsroom.read(std::string("excel/") + name) == "\xEF\xBB\xBF" + plain);
    CHECK(newsroom.read(std::string("semicolons/") + name).starts_with("\xEF\xBB\xBF\""));
  }
  auto const articles = newsroom.read("semicolons/articles.csv");
  CHECK(articles.find(";\"'=1+1\";\"a.jsonl\";\"1\";") != std::string::npos);
  CHECK(articles.find(";\"1\";\"0,") != std::string::npos);
  REQUIRE(newsroom.run("audit --sample 5 --csv-for excel-semicolon excel") == 0);
  CHECK(newsroom.read("excel/sample.csv").starts_with("\xEF\xBB\xBF\"number\";\"judged\";"));
  CHECK(newsroom.run("audit --judged excel/sample.csv excel") == 0);
  CHECK(newsroom.audit("a.jsonl", "plain", "--csv-for calc") == 2);
}
