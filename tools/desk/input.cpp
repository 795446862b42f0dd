// SPDX-License-Identifier: MIT
#include "tools/desk/input.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "quoth/article.hpp"

namespace quoth {

namespace {

bool has_ending(std::string const& path, std::initializer_list<char const*> endings) {
  auto const ending = std::filesystem::path(path).extension().string();
  return std::ranges::any_of(endings, [&](char const* e) { return ending == e; });
}

bool is_jsonl(std::string const& path, std::string const& format) {
  return format == "jsonl" || (format == "auto" && has_ending(path, {".jsonl", ".ndjson"}));
}

void read_lines(std::string const& path, std::function<void(JsonLine<Document>&&)> const& take) {
  if (path == standard_input) {
    read_article_lines(std::cin, take);
    return;
  }
  auto in = open_file(path);
  read_article_lines(in, take);
}

}  // namespace

void read_articles(std::string const& path, ArticleFormatChoice const& format,
                   std::function<void(JsonLine<Document>&&)> const& take) {
  if (is_jsonl(path, format.name)) {
    read_lines(path, take);
    return;
  }
  read_articles(path, read_file(path, format.limits), format, take);
}

void read_articles(std::string const& path, std::string bytes, ArticleFormatChoice const& format,
                   std::function<void(JsonLine<Document>&&)> const& take) {
  FileContent file(std::move(bytes), name_of_file(path), path, format.limits);
  std::size_t number = 0;
  read_articles(file, format.name, path, [&](Document&& document) {
    JsonLine<Document> article{++number, document.id(), {}, {}};
    article.value = std::move(document);
    take(std::move(article));
  });
}

}  // namespace quoth
