// SPDX-License-Identifier: MIT
// Real articles, where they are present; items, headlines and paragraphs were counted by eye.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "quoth/error.hpp"
#include "tests/skip.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_content.hpp"

namespace {

auto const samples = quoth::test::shared_folder() / "samples";

std::vector<quoth::Document> articles(std::string const& name) {
  std::ifstream in(samples / name, std::ios::binary);
  REQUIRE(in.is_open());
  quoth::text::FileContent file({std::istreambuf_iterator<char>(in), {}}, name, name);
  std::vector<quoth::Document> found;
  quoth::text::parse_articles(file, "auto", name,
                              [&](quoth::Document&& document) { found.push_back(std::move(document)); });
  return found;
}

}  // namespace

TEST_CASE("samples: feeds have as many articles as items") {
  if (!quoth::test::is_here(samples)) return;
  CHECK(articles("article.rss.wh-briefings.xml").size() == 30);
  CHECK(articles("podcastindex.rss-with-transcript-tag.xml").size() == 3);
}

TEST_CASE("samples: headline and paragraphs of news formats") {
  if (!quoth::test::is_here(samples)) return;
  auto const nitf = articles("nitf.iptc-listing25.excerpt.xml").at(0);
  CHECK(nitf.title.size() == 71);
  CHECK(nitf.blocks().size() == 2);
  auto const ninjs = articles("ninjs.iptc-2.4.abridged.json").at(0);
  CHECK(ninjs.title.size() == 48);
  CHECK(ninjs.date == "2013-07-09");
  CHECK(ninjs.blocks().size() == 2);
  auto const markdown = articles("article.markdown-frontmatter.icymi.md").at(0);
  CHECK(markdown.date == "2023-09-21");
}

TEST_CASE("samples: web pages without their furniture") {
  if (!quoth::test::is_here(samples)) return;
  auto const page = articles("hansard-html.za.20130522.html").at(0);
  CHECK(page.title.starts_with("NA: Debate"));
  CHECK(page.blocks().front().kind == quoth::BlockKind::heading);
  CHECK(page.text().find(U"Printer-friendly") == std::u32string_view::npos);
  CHECK(page.text().size() > 70000);
  CHECK(articles("crec.sample.htm").at(0).text().size() > 1000);
}

TEST_CASE("samples: old Word files are refused with the way out") {
  if (!quoth::test::is_here(samples)) return;
  CHECK_THROWS_WITH_AS(articles("za-hansard.502914_1.doc"), doctest::Contains("save it as .docx"), quoth::Error);
}
