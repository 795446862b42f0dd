// SPDX-License-Identifier: MIT
// Hostile text in an article, a transcript and a speaker's name, through every report: what comes out drives no
// terminal, browser, spreadsheet or build server.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/tools/reports/hostile_newsroom.hpp"

using namespace quoth;
using namespace quoth::test;

namespace fs = std::filesystem;

TEST_CASE("hostile text is harmless in every report") {
  HostileNewsroom const newsroom;
  REQUIRE(newsroom.count() >= 40);

  for (auto const* format : {"text", "csv", "github", "gitlab", "html", "json", "jsonl", "junit", "rdjsonl", "sarif"}) {
    CAPTURE(std::string(format));
    auto const report = newsroom.report(format);
    CHECK(report.size() > 1000);
    CHECK_FALSE(drives_terminals(report));
  }
  CHECK_FALSE(drives_builds(newsroom.report("text")));

  SUBCASE("a page runs nothing but its own script") {
    auto const page = newsroom.report("html");
    CHECK(count_of(page, "<script") == 1);
    for (auto const* tag : {"<img", "<svg", "<iframe", "<a href=\"javascript", "<a href=\"http", "<?xml", "<i>", "<b>"})
      CHECK(count_of(page, tag) == 0);
    CHECK(count_of(page, "<!--") == 0);
  }
  SUBCASE("no cell of the table is a formula") {
    auto const table = newsroom.report("csv");
    for (auto const* start : {"\"=", "\"+", "\"-", "\"@", "\"%"}) {
      CHECK(count_of(table, std::string(",") + start) == 0);
      CHECK(count_of(table, std::string("\n") + start) == 0);
    }
  }
  SUBCASE("a line of the build log is one command, of ours") {
    std::istringstream log(newsroom.report("github"));
    for (std::string line; std::getline(log, line);) {
      bool const ours = line.starts_with("::error file=%3D") || line.starts_with("::warning file=%3D") ||
                        line.starts_with("::error file==x%2C") || line.starts_with("::warning file==x%2C");
      CHECK(ours);
      CHECK_FALSE(drives_builds(line.substr(2)));
    }
  }
  SUBCASE("JSON, SARIF and XML stay well formed") {
    CHECK(nlohmann::json::accept(newsroom.report("json")));
    CHECK(nlohmann::json::accept(newsroom.report("jsonl")));
    CHECK(nlohmann::json::accept(newsroom.report("gitlab")));
    auto const sarif = nlohmann::json::parse(newsroom.report("sarif"));
    for (auto const& result : sarif["runs"][0]["results"]) {
      auto const uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].get<std::string>();
      CHECK(uri.find_first_of("\x1B\"<>: ") == std::string::npos);
    }
    CHECK(pugi::xml_document().load_string(newsroom.report("junit").c_str()));
  }
}

TEST_CASE("hostile text is harmless in the comparison of two versions") {
  HostileNewsroom const newsroom;
  for (auto const* format : {"text", "csv", "github", "gitlab", "html", "json", "jsonl", "junit", "rdjsonl", "sarif"}) {
    CAPTURE(std::string(format));
    auto const report = newsroom.run("diff --no-config --format " + std::string(format) + " old.jsonl article.jsonl");
    CHECK(report.size() > 1000);
    CHECK_FALSE(drives_terminals(report));
    if (std::string(format).starts_with("json")) CHECK(nlohmann::json::accept(report));
  }
  auto const text = newsroom.run("diff --no-config --explain old.jsonl article.jsonl");
  CHECK(count_of(text, "DROPPED") >= 40);
  CHECK_FALSE(drives_builds(text));
  auto const page = newsroom.run("diff --no-config --format html old.jsonl article.jsonl");
  CHECK(count_of(page, "<script") == 1);
  for (auto const* tag : {"<img", "<svg", "<iframe", "<a href=\"javascript", "<?xml", "<i>", "<b>", "<!--"})
    CHECK(count_of(page, tag) == 0);
}

TEST_CASE("hostile text is harmless in what the other commands print") {
  HostileNewsroom const newsroom;
  auto const file = std::string("'") + article_file + "'";
  for (auto const& command :
       {"extract article.jsonl", "extract --format json article.jsonl", "search --store s.db 'we all know that'",
        "search --format json --store s.db 'we all know that'", "store list --store s.db",
        "store speakers --store s.db", "store show --turns --store s.db '</script>=1+1\x1B[31m'",
        "store show --format json --turns --store s.db '</script>=1+1\x1B[31m'",
        "check --no-config --store s.db none\x1B[31m", "check --no-config --store s.db --explain article.jsonl",
        "ingest --store s.db article.jsonl"}) {
    CAPTURE(std::string(command));
    auto const printed = newsroom.run(command);
    CHECK_FALSE(printed.empty());
    CHECK_FALSE(drives_terminals(printed));
    if (std::string(command).find("--format json") == std::string::npos) CHECK_FALSE(drives_builds(printed));
  }
  CHECK_FALSE(drives_terminals(newsroom.run("check --no-config --store s.db " + file)));
  CHECK_FALSE(drives_terminals(newsroom.run("check --no-config --store s.db --write-baseline kept.txt " + file)));
  auto kept = newsroom.content("kept.txt");
  CHECK(kept.size() > 1000);
  std::ranges::replace(kept, '\t', ' ');  // between its columns
  CHECK_FALSE(drives_terminals(kept));
  CHECK_FALSE(drives_terminals(newsroom.run("check --no-config --store s.db --baseline kept.txt " + file)));
}

// What a page loads and runs, by its Content-Security-Policy and its elements.
void check_page(std::string const& page) {
  CHECK(page.size() > 1000);
  CHECK_FALSE(drives_terminals(page));
  CHECK(count_of(page, "<script") == 1);
  CHECK(count_of(page, "<meta http-equiv") == 1);
  for (auto const* tag :
       {"<img", "<svg", "<iframe", "<object", "<link", "<base", "<?xml", "<i>", "<b>", "<!--", " onerror=\"",
        "href=\"javascript", "href=\"data", "data-audio=\"javascript", "data-audio=\"data"})
    CHECK(count_of(page, tag) == 0);
}

std::string policy_of(std::string const& page) {
  auto const start = page.find("default-src");
  return page.substr(start, page.find('"', start) - start);
}

TEST_CASE("hostile text is harmless in pages: titles, authors, languages, names of files, addresses of recordings") {
  HostileNewsroom const newsroom;
  std::ofstream sources(newsroom.path("tapes.jsonl"));
  std::ofstream articles(newsroom.path("articles.jsonl"));
  std::size_t number = 0;
  for (auto const* url :
       {"javascript:alert(1)//.mp3", "data:audio/wav;base64,AAAA.wav", "https://a.example;script-src *.mp3/x.mp3",
        "https://a.example 'unsafe-inline'/x.mp3", "https://user:word@a.example/x.mp3", "../../secret/x.mp3",
        "/etc/x.mp3", "//elsewhere.example/x.mp3", "\\\\elsewhere\\x.mp3", "blob:x.mp3", "HTTPS:x.mp3",
        "https://\"onerror=\"/x.mp3", "https://good.example/x.mp3?\"><script>alert(1)</script>"}) {
    auto const words = "The lamp at quay number " + std::to_string(++number) + " was lit by the harbour master herself";
    sources << nlohmann::json{{"id", "tape " + std::to_string(number)},
                              {"title", "<img src=x onerror=\"alert(1)\">"},
                              {"url", url},
                              {"speakers", {{"R", {{"name", "Ana Reed"}}}}},
                              {"utterances", {{{"speaker", "R"}, {"start", 9}, {"text", words + " at dusk."}}}}}
                   .dump()
            << '\n';
    articles << nlohmann::json{{"id", "../../../tmp/<script>" + std::to_string(number % 2) + "\x1B[31m"},
                               {"title", "</title><script>alert(1)</script>\x1B]0;x\a"},
                               {"author", "\"><img src=x onerror=\"alert(1)\">"},
                               {"outlet", "<!--"},
                               {"date", "2031-05-12"},
                               {"language", "en\" onload=\"x"},
                               {"text", "“" + words + " at dawn,” said Ana Reed."}}
                    .dump()
             << '\n';
  }
  sources.close();
  articles.close();
  newsroom.run("ingest --store s.db tapes.jsonl");
  auto const page = newsroom.run("check --no-config --store s.db --format html articles.jsonl");
  check_page(page);
  CHECK(count_of(page, "data-audio") == 1);
  auto const policy = policy_of(page);
  CHECK(policy.substr(policy.find("; media-src")) == "; media-src https://good.example");
  CHECK(count_of(policy, ";") == 5);
  CHECK(count_of(policy, "unsafe") == 0);

  auto const printed = newsroom.run("check --no-config --store s.db --format html -o pages/ articles.jsonl");
  CHECK(printed.empty());
  std::size_t pages = 0;
  for (auto const& file : fs::directory_iterator(newsroom.path("pages"))) {
    ++pages;
    CHECK(file.path().filename().string().find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") ==
          std::string::npos);
    check_page(newsroom.content("pages/" + file.path().filename().string()));
  }
  CHECK(pages == number + 1);
}

TEST_CASE("hostile text is harmless in a patch: it names no other file and stays in its lines") {
  HostileNewsroom const newsroom;
  std::istringstream patch(newsroom.run(std::string("check --no-config --store s.db --diff '") + article_file + "'"));
  std::size_t files = 0;
  for (std::string line; std::getline(patch, line);) {
    bool const names = line.starts_with("--- ") || line.starts_with("+++ ");
    files += names;
    if (names) CHECK(line.substr(4).find("=<b>\\033[31m,::error.md\"") == 3);
  }
  CHECK(files == 2);
}

TEST_CASE("hostile text is harmless in the comments of a Word file") {
  HostileNewsroom const newsroom;
  auto const printed = newsroom.run("annotate --no-config --store s.db article.docx -o checked.docx");
  CHECK_FALSE(drives_terminals(printed));
  auto const comments = member_of(newsroom.path("checked.docx"), "word/comments.xml");
  CHECK_FALSE(drives_terminals(comments));
  pugi::xml_document xml;
  CHECK(xml.load_string(comments.c_str()));
  CHECK(std::distance(xml.document_element().begin(), xml.document_element().end()) > 20);
  for (auto const comment : xml.document_element()) CHECK(std::string(comment.name()) == "w:comment");
}
