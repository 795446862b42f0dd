// SPDX-License-Identifier: MIT
#include "tools/audit/path_facts.hpp"

#include <doctest/doctest.h>

#include <string>

#include "quoth/error.hpp"
#include "tests/tools/audit/audit_newsroom.hpp"

using quoth::Document;
using quoth::tools::PathFacts;

namespace {

// Outlet, author and date that the path tells.
std::string facts(std::string const& pattern, std::string const& path) {
  Document article;
  auto const section = PathFacts(pattern).fill(path, article);
  return article.outlet + "|" + article.author + "|" + article.date + (section.empty() ? "" : "|" + section);
}

}  // namespace

TEST_CASE("PathFacts: fields are what stands in their places at the end of the path") {
  CHECK(facts("articles/{outlet}/{date}-*.md", "articles/bay-post/2031-05-13-ferry.md") == "bay-post||2031-05-13");
  CHECK(facts("articles/{outlet}/{date}-*.md", "/home/a/articles/Isle News/20310513-x-y.md") ==
        "Isle News||2031-05-13");
  CHECK(facts("{outlet}/*/{author}.html", "in/bay/2031/Liv Aas.html") == "bay|Liv Aas|");
  CHECK(facts("{outlet}_*.txt", "bay_post_1.txt") == "bay||");
  CHECK(facts("{date}{outlet}", "20310513a") == "a||2031-05-13");
  CHECK(facts("*{date}*", "no2031-05-13") == "||2031-05-13");
  CHECK(facts("{outlet}/{section}/*", "bay/sports/a.md") == "bay|||sports");
  CHECK(facts("{section}/{date}*", "\xFF/2031-05-13.md") == "||2031-05-13");
  CHECK(facts("*-{outlet}.txt", "a-b-bay.txt") == "b-bay||");
}

TEST_CASE("PathFacts: what does not fit, or is no day, tells nothing") {
  CHECK(facts("articles/{outlet}/*.md", "bay.md") == "||");
  CHECK(facts("articles/{outlet}/*.md", "wire/bay/a.md") == "||");
  CHECK(facts("{outlet}/{date}-*.md", "bay/2031-02-30-a.md") == "bay||");
  CHECK(facts("{outlet}.md", ".md") == "||");
  CHECK(facts("{outlet}.md", "\xFF.md") == "||");
}

TEST_CASE("PathFacts: what an article says of itself stays") {
  Document article;
  article.outlet = "The Skerry";
  PathFacts("{outlet}/{author}.md").fill("bay/Liv Aas.md", article);
  CHECK(article.outlet == "The Skerry");
  CHECK(article.author == "Liv Aas");
}

TEST_CASE("PathFacts: patterns that cannot be are refused") {
  for (auto const* pattern : {"", "*.md", "{outlets}/a", "{outlet", "{}", "{outlet}/{outlet}"}) {
    CAPTURE(std::string(pattern));
    CHECK_THROWS_AS(PathFacts{pattern}, quoth::Error);
  }
}

TEST_CASE("PathFacts: time is bounded whatever the pattern") {
  std::string pattern;
  for (int i = 0; i < 40; ++i) pattern += "*a";
  CHECK(facts(pattern + "{outlet}", std::string(4000, 'a') + "b").starts_with("a"));
  CHECK(facts(pattern + "{outlet}c", std::string(4000, 'a') + "b") == "||");
}

TEST_CASE("an audit takes outlet and date from folders, for what articles do not say") {
  AuditNewsroom newsroom;
  auto const text = std::string("“We will not raise the ferry fare this year,” Ana Ruud said.");
  newsroom.write("in/bay/2031-05-13-a.txt", text);
  newsroom.write("in/isle/2031-05-14-b.md", "---\npublisher: Isle News\n---\n" + text);
  CHECK(newsroom.audit("in", "out", "--outlet-from '{outlet}/{date}-*'") == 0);
  CHECK(newsroom.column("out/articles.csv", "outlet") == std::vector<std::string>{"bay", "Isle News"});
  CHECK(newsroom.column("out/articles.csv", "date") == std::vector<std::string>{"2031-05-13", "2031-05-14"});
  CHECK(newsroom.audit("in", "out", "--outlet-from in/bay") == 2);
  CHECK(newsroom.message().find("--outlet-from in/bay: has no field; ") != std::string::npos);
}

TEST_CASE("sections are taken from folders, are counted apart, and have pages") {
  AuditNewsroom newsroom;
  newsroom.write("in/bay/sports/a.txt", "“We will raise the ferry fare this year,” Ana Ruud said.");
  newsroom.write("in/bay/local/b.txt", "“We will not raise the ferry fare this year,” Ana Ruud said.");
  REQUIRE(newsroom.audit("in", "out", "--date 2031-05-13 --outlet-from '{outlet}/{section}/*'") == 1);
  CHECK(newsroom.column("out/articles.csv", "section") == std::vector<std::string>{"local", "sports"});
  CHECK(newsroom.column("out/findings.csv", "section") == std::vector<std::string>{"local", "sports"});
  CHECK(newsroom.read("out/summary.html").find("<h2>By section</h2>") != std::string::npos);
  CHECK(newsroom.read("out/pages/section-2-1.html").find("<h1>sports</h1>") != std::string::npos);
  REQUIRE(newsroom.audit("in", "plain", "--date 2031-05-13") == 1);
  CHECK(newsroom.read("plain/summary.html").find("By section") == std::string::npos);
}
