// SPDX-License-Identifier: MIT
#include "tools/desk/input.hpp"

#include <iostream>

#include "text/articles/article_format.hpp"
#include "text/articles/is_jsonl.hpp"

namespace quoth::tools {

namespace {

void read_lines(std::string const& path, std::function<void(text::JsonLine<Document>&&)> const& take) {
  if (path == text::standard_input) {
    text::read_article_lines(std::cin, take);
    return;
  }
  auto in = text::open_file(path);
  text::read_article_lines(in, take);
}

}  // namespace

void read_each_article(std::string const& path, ReadOptions const& options,
                       std::function<void(text::JsonLine<Document>&&)> const& take) {
  if (text::is_jsonl(path, options.format)) {
    read_lines(path, take);
    return;
  }
  read_each_article(path, text::read_file(path, options.limits), options, take);
}

void read_each_article(std::string const& path, std::string bytes, ReadOptions const& options,
                       std::function<void(text::JsonLine<Document>&&)> const& take) {
  text::FileContent file(std::move(bytes), text::name_of_file(path), path, options.limits);
  std::size_t number = 0;
  text::parse_articles(file, options.format, path, [&](Document&& document) {
    text::JsonLine<Document> article{++number, document.id(), {}, {}};
    article.value = std::move(document);
    take(std::move(article));
  });
}

}  // namespace quoth::tools
