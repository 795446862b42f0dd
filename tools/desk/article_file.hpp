// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "quoth/article.hpp"
#include "quoth/document.hpp"
#include "text/files/file_content.hpp"
#include "text/json/jsonl.hpp"

namespace quoth::tools {

// A file of articles, as every command opens it. All but the constructor throw Error where the file cannot be read.
class ArticleFile {
 public:
  // "-" is standard input. Throws Error where links lead out of the work tree; see refuse_link_out_of_tree.
  ArticleFile(std::string path, ReadOptions options);
  // A file whose bytes are known, such as one in git's index.
  ArticleFile(std::string path, ReadOptions options, std::string bytes);

  std::string const& path() const { return path_; }
  // Whether it is JSONL: each line an article of its own.
  bool has_lines() const;
  // What is in the file. It is read at the first call; `content` and `read` take it away.
  std::string const& bytes();
  // The file for a reader of one format.
  text::FileContent content();
  // Calls `take` with the articles in order: one for most files, several for feeds and archives, one a line for JSONL.
  void read(std::function<void(text::JsonLine<Document>&&)> const& take);

 private:
  void read_lines(std::function<void(text::JsonLine<Document>&&)> const& take);

  std::string path_;
  ReadOptions options_;
  std::optional<std::string> bytes_;
};

}  // namespace quoth::tools
