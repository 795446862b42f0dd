// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace quoth::tools {

struct ArchiveFile {
  std::uint64_t number = 0;  // in the order of reading, from 1
  std::string path;
  std::uint64_t bytes = 0;
};

// The files of an archive: those named, those in named folders, and those that match a named pattern. The order is
// always the same. Folders are read one at a time, so that an archive of any size takes little memory.
class ArticleArchive {
 public:
  // `left_out` is a folder that is not read. Throws Error if a path does not exist or a pattern matches nothing.
  ArticleArchive(std::vector<std::string> const& paths, std::filesystem::path left_out);

  // Calls `take` with each file until it returns false. In folders, skips hidden files and files without the ending of
  // an article format; calls `fail` for a folder that may not be read.
  void each(std::function<bool(ArchiveFile const&)> const& take,
            std::function<void(std::string const& path, std::string const& why)> const& fail) const;
  // The total size of all files.
  std::uint64_t bytes() const;

 private:
  std::vector<std::string> paths_;
  std::filesystem::path left_out_;
};

// Whether the file holds one article a line: .jsonl or .ndjson, also compressed as .gz or .zst.
bool holds_lines(std::string const& path);

// Whether the ending is that of a feed or an archive, which mostly hold several articles.
bool is_of_several(std::string const& path);

}  // namespace quoth::tools
