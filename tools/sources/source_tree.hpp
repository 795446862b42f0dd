// SPDX-License-Identifier: MIT
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "db/sqlite/descriptor.hpp"

namespace quoth::tools {

// A file of sources in a checkout, and by what its change is noticed.
struct TreeFile {
  std::string path;  // from the folder of the patterns
  std::uint64_t size = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::int64_t changed = 0;   // of the inode; nobody can set it back
  std::uint64_t inode = 0;

  TreeFile() = default;
  TreeFile(std::string path, struct stat const& status);
  bool operator==(TreeFile const&) const = default;
};

// What a checkout's sources may cost: whoever wrote the patterns may be a stranger.
struct SourceTreeLimits {
  std::size_t files = 10000;
  std::uint64_t bytes = 256UL << 20U;  // of all files
  std::size_t entries = 100000;        // files and folders that are looked at
  std::size_t depth = 100;             // of folders inside each other
  std::uint64_t steps = 300'000'000;   // of matching paths with patterns, of `sources` and then of [speakers] and
                                       // [made]; some hundred a path and pattern is usual
};

// The files of sources in one folder that patterns name. No link is followed, on the way or at the end, and only
// regular files count: nothing outside the folder is ever opened.
class SourceTree {
 public:
  // `patterns` have no fault; see fault_in_source_pattern. Throws Error if the folder cannot be read.
  SourceTree(std::filesystem::path folder, std::vector<std::string> patterns);
  SourceTree(SourceTree const&) = delete;
  SourceTree& operator=(SourceTree const&) = delete;
  ~SourceTree() = default;

  // The files, by path. Those that a pattern with wildcards names need an ending of a format of sources, and hidden
  // ones are passed over. Throws Error where there are more than the limits allow, or a folder cannot be read.
  std::vector<TreeFile> files(SourceTreeLimits const& limits = {}) const;

  // The bytes of one of them. Throws Error, naming it, where it cannot be read or is over `most` bytes.
  std::string bytes(std::string const& path, std::size_t most) const;

  std::filesystem::path const& folder() const { return folder_; }
  std::vector<std::string> const& patterns() const { return patterns_; }

 private:
  std::filesystem::path folder_;
  std::vector<std::string> patterns_;
  db::Descriptor descriptor_;  // of the folder
};

}  // namespace quoth::tools
