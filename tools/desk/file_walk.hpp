// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace quoth::tools {

// How a folder is walked.
struct WalkOptions {
  std::function<bool(std::filesystem::path const&)> takes;  // by the name of a regular file
  bool with_ignored = false;                                // also what git ignores
};

// The regular files in a folder and below it that `options` take, in the order of their paths, which begin with the
// folder's own. Hidden files and folders are left out and no link is followed. In a git work tree git tells which files
// it ignores, and they are left out too, unless it ignores the folder itself, which somebody named; where git cannot
// tell, one line on standard error says so. Throws Error for a folder that cannot be read, and over the limits.
std::vector<std::string> files_in(std::filesystem::path const& folder, WalkOptions const& options);

struct WalkLimits {
  static constexpr std::size_t files = 100'000;  // of any kind, in the folder named and below it
  static constexpr std::size_t depth = 100;      // folders inside each other
};

}  // namespace quoth::tools
