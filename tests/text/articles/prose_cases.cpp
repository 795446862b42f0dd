// SPDX-License-Identifier: MIT
// Which text of a file is prose of its article, and in what kind of block; and what small files say of themselves. The
// cases are data.
#include <doctest/doctest.h>

#include <string>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_content.hpp"

using namespace quoth::test;

namespace {

// A line a block, with the sign of its kind.
std::string blocks_of(quoth::Document const& document) {
  std::string found;
  for (auto const& block : document.blocks()) {
    auto text = document.utf8(block.span);
    for (auto& c : text) c = c == '\n' ? '/' : c;
    found += std::string(1, "=#->~^!"[static_cast<int>(block.kind)]) + " " + text + "\n";
  }
  return found;
}

// A line for each field that the file fills.
std::string fields_of(quoth::Document const& document) {
  std::string found;
  auto const add = [&](std::string const& name, std::string const& value) {
    if (!value.empty()) found += name + ": " + value + "\n";
  };
  add("title", document.title);
  add("author", document.author);
  add("outlet", document.outlet);
  add("date", document.date);
  add("url", document.url);
  return found;
}

struct Parts {
  std::string file;
  std::string expected;
};

Parts parts_of(DataCase const& data) {
  auto const parted = data.text.find("\n--\n");
  REQUIRE(parted != data.text.npos);
  auto expected = data.text.substr(parted + 4);
  while (expected.ends_with("\n\n") || expected == "\n") expected.pop_back();
  return {data.text.substr(0, parted), expected};
}

void check_prose(std::string const& file, std::string const& name, std::string const& expected) {
  quoth::text::FileContent content(file, name, name);
  std::string found;
  quoth::text::parse_articles(content, "auto", name, [&](quoth::Document&& document) { found += blocks_of(document); });
  check_same(expected, found, "the prose");
}

void check_page(DataCase const& data) {
  auto const [file, expected] = parts_of(data);
  check_prose("<html><body>" + file + "</body></html>", "a.html", expected);
}

void check_markdown(DataCase const& data) {
  auto const [file, expected] = parts_of(data);
  check_prose(file, "a.md", expected);
}

void check_plain_text(DataCase const& data) {
  auto const [file, expected] = parts_of(data);
  check_prose(file, "a.txt", expected);
}

// The first line of the case is the file's name.
void check_article(DataCase const& data) {
  auto const [whole, expected] = parts_of(data);
  auto const line = whole.find('\n');
  auto const name = whole.substr(0, line);
  quoth::text::FileContent content(whole.substr(line + 1), name, name);
  std::string found;
  quoth::text::parse_articles(content, "auto", name,
                              [&](quoth::Document&& document) { found += fields_of(document) + blocks_of(document); });
  check_same(expected, found, "the article");
}

DataCases const pages(block_cases(test_data("html-prose.txt")), check_page);
DataCases const markdown(block_cases(test_data("markdown-prose.txt")), check_markdown);
DataCases const plain_texts(block_cases(test_data("plain-prose.txt")), check_plain_text);
DataCases const articles(block_cases(test_data("small-articles.txt")), check_article);

}  // namespace
