// SPDX-License-Identifier: MIT
// Which text of a page is prose of its article, and in what kind of block: the cases of html-prose.txt.
#include <doctest/doctest.h>

#include <string>

#include "tests/data_cases.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_content.hpp"

using namespace quoth::test;

namespace {

void check_prose(DataCase const& data) {
  auto const parted = data.text.find("\n--\n");
  REQUIRE(parted != data.text.npos);
  auto const page = "<html><body>" + data.text.substr(0, parted) + "</body></html>";
  auto expected = data.text.substr(parted + 4);
  while (expected.ends_with("\n\n")) expected.pop_back();
  quoth::text::FileContent file(page, "a.html", "a.html");
  std::string found;
  quoth::text::parse_articles(file, "html", "a.html", [&](quoth::Document&& document) {
    for (auto const& block : document.blocks()) {
      auto text = document.utf8(block.span);
      for (auto& c : text) c = c == '\n' ? '/' : c;
      found += std::string(1, "=#->~^!"[static_cast<int>(block.kind)]) + " " + text + "\n";
    }
  });
  check_same(expected, found, "the prose");
}

DataCases const pages(block_cases(QUOTH_TEST_DATA "/html-prose.txt"), check_prose);

}  // namespace
