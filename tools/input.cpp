// SPDX-License-Identifier: MIT
#include "input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "quoth/error.hpp"
#include "quoth/unicode.hpp"

namespace quoth {

namespace {

constexpr char const* standard_input = "-";

std::string name_of(std::string const& path) { return path == standard_input ? "standard input" : path; }

void check_readable(std::string const& path) {
  std::error_code error;
  auto const status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) throw Error(path + ": no such file; check the path");
  if (std::filesystem::is_directory(status)) throw Error(path + ": is a directory; name the files in it");
}

bool has_ending(std::string const& path, std::initializer_list<char const*> endings) {
  auto const ending = std::filesystem::path(path).extension().string();
  return std::ranges::any_of(endings, [&](char const* e) { return ending == e; });
}

ArticleFormat format_by_ending(std::string const& path) {
  if (has_ending(path, {".jsonl", ".ndjson"})) return ArticleFormat::jsonl;
  if (has_ending(path, {".md", ".markdown", ".mdown"})) return ArticleFormat::markdown;
  return ArticleFormat::text;
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

std::ifstream open_file(std::string const& path) {
  check_readable(path);
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path + ": cannot be read: " + std::strerror(errno));
  return in;
}

std::string read_file(std::string const& path) {
  std::string bytes;
  if (path == standard_input) {
    bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    auto in = open_file(path);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
    if (in.bad()) throw Error(path + ": reading failed; check the disk");
  }
  if (bytes.empty()) throw Error(name_of(path) + ": is empty; there is nothing to read");
  return bytes;
}

void read_articles(std::string const& path, ArticleFormat format,
                   std::function<void(JsonLine<Document>&&)> const& take) {
  bool const may_be_markdown = format == ArticleFormat::automatic;
  if (format == ArticleFormat::automatic) format = format_by_ending(path);
  if (format == ArticleFormat::jsonl) {
    read_lines(path, take);
    return;
  }
  auto decoded = decode(read_file(path), name_of(path));
  bool const front_matter =
      may_be_markdown && (decoded.text.starts_with(U"---\n") || decoded.text.starts_with(U"---\r\n"));
  JsonLine<Document> article{1, path, {}, {}};
  article.value = format == ArticleFormat::markdown || front_matter ? markdown_document(path, decoded.text)
                                                                    : plain_document(path, std::move(decoded.text));
  take(std::move(article));
}

}  // namespace quoth
