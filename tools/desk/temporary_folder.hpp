// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth::tools {

// A new folder in the system's folder for temporary files, removed with the object. Throws Error if it cannot be
// created.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  ~TemporaryFolder();

  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
  std::filesystem::path before_;  // the working directory, to return to before the folder is removed
};

}  // namespace quoth::tools
