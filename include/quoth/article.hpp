// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/limits.hpp"

namespace quoth {

/// How articles are to be read.
struct ReadOptions {
  /// A name that `quoth check --help` lists, "jsonl", or "auto", which goes by the content first and by the file's
  /// ending second.
  std::string format = "auto";
  Limits limits = {};
};

/// The articles of a file in order: one of most files, several of feeds and archives, one a line of JSONL. "-" is
/// standard input. Throws Error where the file, or an article in it, cannot be read, and where it holds none.
std::vector<Document> read_articles(std::filesystem::path const& file, ReadOptions const& options = {});

/// The same, one article after the other, for files that hold more than memory does. What was taken before an Error
/// stays taken.
void read_articles(std::filesystem::path const& file, std::function<void(Document&&)> const& take,
                   ReadOptions const& options = {});

/// The articles in the bytes of a file. `name` stands for its path: in ids, in errors, and its ending for "auto".
std::vector<Document> articles_in(std::string bytes, std::string const& name, ReadOptions const& options = {});

}  // namespace quoth
