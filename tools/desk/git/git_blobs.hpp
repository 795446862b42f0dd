// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "tools/desk/git/git.hpp"

namespace quoth::tools {

// Whether a file holds what Git LFS puts in its place, where the file itself was not fetched.
bool is_lfs_pointer(std::string_view bytes);

// Reads files of git's index and commits as they were committed, through one `git cat-file --batch`: no filter of the
// repository runs, and nothing is written. Needs the working directory to be in the repository.
class GitBlobs {
 public:
  // Throws Error where git cannot be run.
  GitBlobs();
  GitBlobs(GitBlobs const&) = delete;
  GitBlobs& operator=(GitBlobs const&) = delete;
  ~GitBlobs();

  // Throws Error, naming the file, if it is over `most` bytes, a pointer of Git LFS, or not to be had.
  std::string read(StagedFile const& file, std::size_t most);

 private:
  // The size that git states; what follows is to be read.
  std::size_t ask(StagedFile const& file);

  pid_t child_ = 0;
  std::FILE* answers_ = nullptr;
};

}  // namespace quoth::tools
