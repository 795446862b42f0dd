// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "db/sqlite/descriptor.hpp"

namespace quoth::tools {

// The user's cache folder as https://specifications.freedesktop.org/basedir-spec says, and in it one of quoth's own:
// $XDG_CACHE_HOME/quoth/NAME or ~/.cache/quoth/NAME. What is missing is made, for the user alone. Throws Error where
// that cannot be, and where one of them is no folder, belongs to somebody else, or can be written by others: they could
// put a false store there.
std::filesystem::path cache_folder(std::string const& name);

// Where `cache_folder` would be; makes and checks nothing. Empty where neither variable is set.
std::filesystem::path place_of_cache(std::string const& name);

// While it lives no other process holds it for the same file, which is made where it is missing.
class FileLock {
 public:
  // Waits until it is free, and says so on standard error after two seconds: `what` is what the other one does. Throws
  // Error where the file cannot be made or locked.
  FileLock(std::filesystem::path const& file, std::string const& what);
  FileLock(FileLock const&) = delete;
  FileLock& operator=(FileLock const&) = delete;
  ~FileLock() = default;

 private:
  db::Descriptor descriptor_;
};

}  // namespace quoth::tools
