// SPDX-License-Identifier: MIT
#include "input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "quoth/article.hpp"
#include "quoth/error.hpp"

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

std::ifstream open_file(std::string const& path) {
  check_readable(path);
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path + ": cannot be read: " + std::strerror(errno));
  return in;
}

std::string read_file(std::string const& path, Limits const& limits) {
  constexpr std::size_t step = 1024UL * 1024;
  std::string bytes;
  auto const read_from = [&](std::istream& in) {
    while (in && bytes.size() <= limits.bytes) {
      auto const size = bytes.size();
      bytes.resize(size + step);
      in.read(bytes.data() + size, static_cast<std::streamsize>(step));
      bytes.resize(size + static_cast<std::size_t>(in.gcount()));
    }
  };
  if (path == standard_input) {
    read_from(std::cin);
  } else {
    auto in = open_file(path);
    // Growing would take half as much again.
    std::error_code unknown;
    auto const size = std::filesystem::file_size(path, unknown);
    if (!unknown && size <= limits.bytes) bytes.reserve(size + step);
    read_from(in);
    if (in.bad()) throw Error(path + ": reading failed; check the disk");
  }
  if (bytes.empty()) throw Error(name_of(path) + ": is empty; there is nothing to read");
  return bytes;
}

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
  FileContent file(std::move(bytes), name_of(path), path, format.limits);
  std::size_t number = 0;
  read_articles(file, format.name, path, [&](Document&& document) {
    JsonLine<Document> article{++number, document.id(), {}, {}};
    article.value = std::move(document);
    take(std::move(article));
  });
}

}  // namespace quoth
