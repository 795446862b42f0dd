// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace quoth {

struct ArchiveFile {
  std::uint64_t number = 0;  // in the order of reading, from 1
  std::string path;
  std::uint64_t bytes = 0;
};

// The files of an archive: those named, those in named folders and those that match a named pattern. Always in the same
// order, a folder at a time, so that an archive of any size takes little memory.
class ArticleArchive {
 public:
  // `left_out` is a folder not to be looked into. Throws Error where a path does not exist or a pattern matches
  // nothing.
  ArticleArchive(std::vector<std::string> const& paths, std::filesystem::path left_out);

  // Until `take` says false. In folders, hidden files and files with an ending no article has are passed over; a folder
  // that may not be read is handed to `fail`.
  void each(std::function<bool(ArchiveFile const&)> const& take,
            std::function<void(std::string const& path, std::string const& why)> const& fail) const;
  // Of all files together.
  std::uint64_t bytes() const;

 private:
  std::vector<std::string> paths_;
  std::filesystem::path left_out_;
};

// Whether the file holds one article a line: .jsonl or .ndjson, also as .gz or .zst.
bool holds_lines(std::string const& path);

}  // namespace quoth
