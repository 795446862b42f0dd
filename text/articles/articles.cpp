// SPDX-License-Identifier: MIT
#include <filesystem>
#include <iostream>
#include <sstream>
#include <utility>

#include "quoth/article.hpp"
#include "quoth/error.hpp"
#include "text/articles/article_format.hpp"
#include "text/articles/is_jsonl.hpp"
#include "text/files/file_bytes.hpp"
#include "text/files/file_content.hpp"
#include "text/json/jsonl.hpp"

namespace quoth {

namespace {

using Take = std::function<void(Document&&)>;

void read_lines(std::istream& in, std::string const& name, Take const& take, Limits const& limits) {
  bool any = false;
  text::read_article_lines(in, name, limits, [&](text::JsonLine<Document>&& line) {
    any = true;
    if (!line.error.empty()) throw Error(name + ":" + std::to_string(line.number) + ": " + line.error);
    take(std::move(line.value));
  });
  if (!any) throw Error(name + ": holds no article");
}

void read_bytes(std::string bytes, std::string const& path, Take const& take, ReadOptions const& options) {
  text::FileContent file(std::move(bytes), text::name_of_file(path), path, options.limits);
  text::parse_articles(file, options.format, path, take);
}

}  // namespace

void read_articles(std::filesystem::path const& file, Take const& take, ReadOptions const& options) {
  auto const path = file.string();
  if (!text::is_jsonl(path, options.format)) {
    read_bytes(text::read_file(path, options.limits), path, take, options);
  } else if (path == text::standard_input) {
    read_lines(std::cin, text::name_of_file(path), take, options.limits);
  } else {
    auto in = text::open_file(path);
    read_lines(in, path, take, options.limits);
  }
}

std::vector<Document> read_articles(std::filesystem::path const& file, ReadOptions const& options) {
  std::vector<Document> articles;
  read_articles(
      file, [&](Document&& article) { articles.push_back(std::move(article)); }, options);
  return articles;
}

std::vector<Document> articles_in(std::string bytes, std::string const& name, ReadOptions const& options) {
  std::vector<Document> articles;
  auto const take = [&](Document&& article) { articles.push_back(std::move(article)); };
  if (text::is_jsonl(name, options.format)) {
    std::istringstream in(std::move(bytes));
    read_lines(in, name, take, options.limits);
  } else {
    read_bytes(std::move(bytes), name, take, options);
  }
  return articles;
}

}  // namespace quoth
