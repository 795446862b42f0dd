// SPDX-License-Identifier: MIT
// The pages of findings beside the summary of an audit: whatever the summary counts can be read, and no link is dead.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "tests/tools/audit/audit_newsroom.hpp"

namespace {

namespace fs = std::filesystem;

bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

std::size_t count_of(std::string const& text, std::string const& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// The addresses of links to files.
std::vector<std::string> links_in(std::string const& page) {
  std::regex const link("href=\"([^\"#]+)(#[^\"]*)?\"");
  std::vector<std::string> links;
  for (std::sregex_iterator found(page.begin(), page.end(), link), end; found != end; ++found)
    links.push_back((*found)[1]);
  return links;
}

std::string line(std::string const& id, std::string const& outlet, std::string const& text) {
  return R"({"id": ")" + id + R"(", "date": "2031-05-13", "title": "The fare", "outlet": ")" + outlet +
         R"(", "author": "Liv Aas", "text": ")" + text + "\"}\n";
}

void write_archive(AuditNewsroom const& newsroom) {
  newsroom.write("a.jsonl",
                 line("one", "Bay Post", "“We will raise the ferry fare this year,” Ana Ruud said.") +
                     line("two", "Isle <News>", "“The waiting room is in the budget for next year,” Karin Berg said.") +
                     line("three", "Bay Post", "“We will not raise the ferry fare this year,” Ana Ruud said.") +
                     line("four", "Bay Post", "“A grey seal slept on the harbour crane all night,” Ana Ruud said.") +
                     "no json\n");
}

}  // namespace

TEST_CASE("a page of findings shows place, words, speaker, verdict and source") {
  AuditNewsroom newsroom;
  write_archive(newsroom);
  REQUIRE(newsroom.audit("a.jsonl --coverage complete") == 1);
  auto const page = newsroom.read("out/pages/distorted-1.html");
  CHECK(has(page,
            "<dd class=\"words\">“We will <span class=\"gap\" role=\"img\" aria-label=\"words missing\"></span>raise "
            "the ferry fare this year,”</dd>"));
  CHECK(has(page, "“we will not raise the ferry fare this year"));
  CHECK(has(page, "a.jsonl, one, line 1<br>The fare, Bay Post, Liv Aas, 2031-05-13"));
  CHECK(has(page, "council, 2031-05-12, Ana Ruud, turn "));
  CHECK(has(page, "distorted <span>Ana Ruud</span>"));
  CHECK(has(newsroom.read("out/pages/misattributed-1.html"),
            "a.jsonl, article 2, two, line 1<br>The fare, Isle &lt;News"));
}

TEST_CASE("pages list what must be seen, what was not found after the rest, and by outlet, author, speaker and month") {
  AuditNewsroom newsroom;
  write_archive(newsroom);
  REQUIRE(newsroom.audit("a.jsonl --coverage complete") == 1);
  auto const page = newsroom.read("out/pages/to_see-1.html");
  CHECK(count_of(page, "<article ") == 3);
  CHECK(page.find("id=\"not_found\"") > page.find("id=\"distorted\""));
  CHECK(page.find("id=\"not_found\"") > page.find("id=\"misattributed\""));
  CHECK(count_of(newsroom.read("out/pages/outlet-1-1.html"), "<article ") == 2);
  CHECK(has(newsroom.read("out/pages/outlet-2-1.html"), "<h1>Isle &lt;News&gt;</h1>"));
  CHECK(count_of(newsroom.read("out/pages/author-1-1.html"), "<article ") == 3);
  CHECK(count_of(newsroom.read("out/pages/speaker-1-1.html"), "<article ") == 2);
  CHECK(count_of(newsroom.read("out/pages/date-1-1.html"), "<article ") == 3);
}

TEST_CASE("no link of an audit's pages is dead, and every page is linked") {
  AuditNewsroom newsroom;
  newsroom.write("b.jsonl", article_lines(9));
  write_archive(newsroom);
  REQUIRE(newsroom.audit("a.jsonl b.jsonl --coverage complete") == 1);
  auto const summary = links_in(newsroom.read("out/summary.html"));
  for (auto const& link : summary) CHECK_MESSAGE(fs::exists(newsroom.path("out/" + link)), link);
  for (auto const& name : newsroom.pages()) {
    CHECK_MESSAGE(std::ranges::count(summary, "pages/" + name) > 0, name);
    for (auto const& link : links_in(newsroom.read("out/pages/" + name)))
      CHECK_MESSAGE(fs::exists(newsroom.path("out/pages/" + link)), link);
  }
}

TEST_CASE("long lists are cut into pages, and what is left is named") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_lines(1100));
  REQUIRE(newsroom.audit("a.jsonl --quiet") == 1);
  CHECK(count_of(newsroom.read("out/pages/misattributed-1.html"), "<article ") == 500);
  CHECK(count_of(newsroom.read("out/pages/misattributed-3.html"), "<article ") == 100);
  CHECK(has(newsroom.read("out/pages/misattributed-2.html"), "<p class=\"note\">1100 findings.</p>"));
  CHECK_FALSE(fs::exists(newsroom.path("out/pages/verbatim-3.html")));
  auto const verbatim = newsroom.read("out/pages/verbatim-2.html");
  CHECK(has(verbatim, "1100 findings; the pages hold the first 1000."));
  CHECK(has(verbatim, "SELECT * FROM findings WHERE verdict = &#39;verbatim&#39;"));
}

TEST_CASE("pages of an audit before are replaced, and nothing else is") {
  AuditNewsroom newsroom;
  write_archive(newsroom);
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  newsroom.write("out/pages/old-1.html", "of another run");
  newsroom.write("out/pages.partial-crashed/a.html", "of a run that was killed");
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  CHECK_FALSE(fs::exists(newsroom.path("out/pages/old-1.html")));
  CHECK_FALSE(fs::exists(newsroom.path("out/pages.partial-crashed")));
  newsroom.write("out/pages/notes.txt", "somebody's");
  CHECK(newsroom.audit("a.jsonl") == 2);
  CHECK(has(newsroom.message(), "out/pages: holds notes.txt, which no audit wrote; move it, or name another folder"));
  CHECK(newsroom.read("out/pages/notes.txt") == "somebody's");
}

TEST_CASE("the words that differ are marked, counted in the summary, and have a page") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl",
                 line("one", "Bay Post", "“The waiting room is in the plan for next year,” Ana Ruud said.") +
                     line("two", "Bay Post", "“The waiting room is in the Plan for next year,” Ana Ruud said."));
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  auto const page = newsroom.read("out/pages/edit-1-1.html");
  CHECK(count_of(page, "<article ") == 2);
  CHECK(has(page, "<h1>“Plan” for “budget”</h1>"));
  CHECK(has(page, "in the <mark>plan</mark> for"));
  CHECK(has(page, "in the <mark>budget</mark> for"));
  CHECK(has(newsroom.read("out/summary.html"), "“budget”</td>"));
}

TEST_CASE("words left out and words added have pages that say so") {
  AuditNewsroom newsroom;
  write_archive(newsroom);
  newsroom.write("b.jsonl",
                 line("b", "Bay Post", "“The waiting room is really in the budget for next year,” Ana Ruud said."));
  newsroom.audit("a.jsonl b.jsonl");
  std::string titles;
  for (auto const& name : newsroom.pages()) {
    if (name.starts_with("edit-")) titles += newsroom.read("out/pages/" + name);
  }
  CHECK(has(titles, "<h1>“not” left out</h1>"));
  CHECK(has(titles, "<h1>“really” added</h1>"));
}

TEST_CASE("unsure findings have pages of their own") {
  AuditNewsroom newsroom;
  write_archive(newsroom);
  REQUIRE(newsroom.audit("a.jsonl --min-confidence 1") == 1);  // for the line that is no JSON
  CHECK_FALSE(fs::exists(newsroom.path("out/pages/to_see-1.html")));
  CHECK_FALSE(fs::exists(newsroom.path("out/pages/misattributed-1.html")));
  CHECK(has(newsroom.read("out/pages/unsure-1.html"), "<h1>less than 100 % sure</h1>"));
  CHECK(has(newsroom.read("out/summary.html"), "<a href=\"pages/unsure-1.html\">less than 100 % sure</a>"));
}
