// SPDX-License-Identifier: MIT
// Hostile text in articles, sources, names of people, outlets and folders, through everything an audit writes: what
// comes out drives no terminal, browser or spreadsheet.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/tools/reports/hostile_newsroom.hpp"

using namespace quoth::test;

namespace fs = std::filesystem;

namespace {

// Every piece of what an audit writes; the article twice, so that each passage has variants.
class HostileAudit {
 public:
  HostileAudit() {
    auto article = nlohmann::json::parse(newsroom_.content("article.jsonl"));
    fs::create_directories(newsroom_.path("in/=<i>\x1B[31m"));
    std::ofstream lines(newsroom_.path("in/=<i>\x1B[31m/a.jsonl"));
    for (auto const* outlet : {"<script>alert(1)</script>", "\" onerror=\"=1+1\x1B[31m", "=HYPERLINK(1)\u202E"}) {
      article["id"] = std::string("=\"><b>") + outlet;
      for (auto const* fact : {"outlet", "author", "title"}) article[fact] = outlet;
      article["date"] = "2031-05-1" + std::to_string(++number_);
      lines << article.dump() << '\n';
    }
    lines.close();
    said_ = run("audit --no-config --store s.db --out audit --outlet-from '{section}/*' in");
    said_ += run("audit --sample 60 audit");
    std::ofstream(newsroom_.path("audit/judged.csv")) << "finding,judged\nq1-\x1B[31m::error::x,\u202Eright\n";
    said_ += run("audit --judged audit/sample.csv audit");
  }

  std::string run(std::string const& command) const { return newsroom_.run(command); }
  std::string content(std::string const& name) const { return newsroom_.content("audit/" + name); }
  fs::path path(std::string const& name) const { return newsroom_.path("audit/" + name); }
  std::string const& said() const { return said_; }

 private:
  HostileNewsroom newsroom_;
  int number_ = 0;
  std::string said_;
};

void check_page(std::string const& page, std::size_t scripts) {
  CHECK(page.size() > 1000);
  CHECK_FALSE(drives_terminals(page));
  CHECK(count_of(page, "<script") == scripts);
  CHECK(count_of(page, "<meta http-equiv") == 1);
  for (auto const* tag : {"<img", "<iframe", "<object", "<link", "<base", "<a href=\"javascript", "<a href=\"http",
                          "<i>", "<b>x", "<!--", "<?xml", " onerror=\"", "<style>\n</", "unsafe"})
    CHECK_MESSAGE(count_of(page, tag) == 0, tag);
}

}  // namespace

TEST_CASE("hostile text is harmless in the pages of an audit") {
  HostileAudit const audit;
  CHECK_FALSE(drives_terminals(audit.said()));
  CHECK_FALSE(drives_builds(audit.said()));
  check_page(audit.content("summary.html"), 0);
  check_page(audit.content("sample.html"), 1);
  std::size_t pages = 0;
  for (auto const& entry : fs::directory_iterator(audit.path("pages"))) {
    auto const name = entry.path().filename().string();
    CAPTURE(name);
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-.") == std::string::npos);
    auto const page = audit.content("pages/" + name);
    check_page(page, 1);
    CHECK(count_of(page, "<svg") == 0);
    ++pages;
  }
  CHECK(pages > 3);
  CHECK(fs::exists(audit.path("pages/variants-1.html")));
  CHECK(fs::exists(audit.path("pages/section-1-1.html")));
}

TEST_CASE("hostile text is harmless in the tables of an audit") {
  HostileAudit const audit;
  for (auto const* name : {"articles.csv", "findings.csv", "evidence.csv", "variants.csv", "sample.csv"}) {
    CAPTURE(std::string(name));
    auto const table = audit.content(name);
    CHECK(table.size() > 500);
    CHECK_FALSE(drives_terminals(table));
    for (auto const* start : {"\"=", "\"+", "\"-", "\"@", "\"%"}) {
      CHECK(count_of(table, std::string(",") + start) == 0);
      CHECK(count_of(table, std::string("\n") + start) == 0);
    }
  }
  std::istringstream lines(audit.content("variants.jsonl"));
  std::size_t passages = 0;
  for (std::string line; std::getline(lines, line); ++passages) {
    CHECK(nlohmann::json::accept(line));
    CHECK_FALSE(drives_terminals(line));
  }
  CHECK(passages > 10);
  CHECK(nlohmann::json::accept(audit.content("precision.json")));
  audit.run("audit --no-config --store s.db --csv-for excel-semicolon --out semicolons in");
  for (auto const* start : {";\"=", ";\"+", ";\"-", ";\"@", ";\"%"})
    CHECK(count_of(audit.content("../semicolons/findings.csv"), start) == 0);
}

TEST_CASE("hostile text is harmless in what is said of two audits, and of a judged sample") {
  HostileAudit const audit;
  audit.run("audit --no-config --store s.db --out unsure --min-confidence 1 in");
  for (auto const* command : {"audit --compare unsure audit", "audit --judged audit/judged.csv audit",
                              "audit --judged 'in/=<i>\x1B[31m/a.jsonl' audit", "audit --sample 9 'in/=<i>\x1B[31m'"}) {
    CAPTURE(std::string(command));
    auto const said = audit.run(command);
    CHECK(said.size() > 20);
    CHECK_FALSE(drives_terminals(said));
    CHECK_FALSE(drives_builds(said));
  }
}
