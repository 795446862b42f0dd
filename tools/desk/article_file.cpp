// SPDX-License-Identifier: MIT
#include "tools/desk/article_file.hpp"

#include <iostream>
#include <sstream>
#include <utility>

#include "text/articles/article_format.hpp"
#include "text/articles/is_jsonl.hpp"
#include "text/files/file_bytes.hpp"
#include "tools/desk/git/work_tree.hpp"
#include "tools/desk/mistaken_file.hpp"
#include "tools/desk/source_name.hpp"

namespace quoth::tools {

ArticleFile::ArticleFile(std::string path, ReadOptions options) : path_(std::move(path)), options_(std::move(options)) {
  if (path_ != text::standard_input) refuse_link_out_of_tree(path_);
}

ArticleFile::ArticleFile(std::string path, ReadOptions options, std::string bytes)
    : path_(std::move(path)), options_(std::move(options)), bytes_(std::move(bytes)) {}

bool ArticleFile::has_lines() const { return text::is_jsonl(path_, options_.format); }

std::string const& ArticleFile::bytes() {
  if (!bytes_) bytes_ = text::read_file(path_, options_.limits);
  return *bytes_;
}

text::FileContent ArticleFile::content() {
  bytes();
  return {*std::exchange(bytes_, std::nullopt), text::name_of_file(path_), path_, options_.limits};
}

void ArticleFile::read(std::function<void(text::JsonLine<Document>&&)> const& take) {
  if (has_lines()) {
    read_lines(take);
    return;
  }
  auto file = content();
  if (options_.format == "auto" && !is_named_as_article(path_)) refuse_transcript(file, path_);
  std::size_t number = 0;
  text::parse_articles(file, options_.format, path_, [&](Document&& document) {
    text::JsonLine<Document> article{++number, document.id(), {}, {}};
    article.value = std::move(document);
    take(std::move(article));
  });
}

void ArticleFile::read_lines(std::function<void(text::JsonLine<Document>&&)> const& take) {
  if (bytes_) {
    std::istringstream in(*std::exchange(bytes_, std::nullopt));
    text::read_article_lines(in, path_, options_.limits, take);
    return;
  }
  if (path_ == text::standard_input) {
    text::read_article_lines(std::cin, text::name_of_file(path_), options_.limits, take);
    return;
  }
  auto in = text::open_file(path_);
  text::read_article_lines(in, path_, options_.limits, take);
}

}  // namespace quoth::tools
