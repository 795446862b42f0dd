// SPDX-License-Identifier: MIT
#include "tools/desk/input.hpp"

#include <iostream>

#include "text/articles/article_format.hpp"
#include "text/articles/is_jsonl.hpp"

namespace quoth {

namespace {

void read_lines(std::string const& path, std::function<void(JsonLine<Document>&&)> const& take) {
  if (path == standard_input) {
    read_article_lines(std::cin, take);
    return;
  }
  auto in = open_file(path);
  read_article_lines(in, take);
}

}  // namespace

void read_each_article(std::string const& path, ReadOptions const& options,
                       std::function<void(JsonLine<Document>&&)> const& take) {
  if (is_jsonl(path, options.format)) {
    read_lines(path, take);
    return;
  }
  read_each_article(path, read_file(path, options.limits), options, take);
}

void read_each_article(std::string const& path, std::string bytes, ReadOptions const& options,
                       std::function<void(JsonLine<Document>&&)> const& take) {
  FileContent file(std::move(bytes), name_of_file(path), path, options.limits);
  std::size_t number = 0;
  parse_articles(file, options.format, path, [&](Document&& document) {
    JsonLine<Document> article{++number, document.id(), {}, {}};
    article.value = std::move(document);
    take(std::move(article));
  });
}

}  // namespace quoth
