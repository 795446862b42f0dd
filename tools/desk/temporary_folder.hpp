// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth {

// A folder of its own under the system's place for temporary files, gone with the object. Throws Error where none can
// be made.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  ~TemporaryFolder();

  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
  std::filesystem::path before_;  // the working directory, which may move into the folder
};

}  // namespace quoth
