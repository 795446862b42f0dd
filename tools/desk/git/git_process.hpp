// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace quoth::tools {

// Starts git with these arguments; `in` and `out` become its standard input and output, or it has those of this program
// where they are negative. Whatever the repository's settings say, git runs no program for its file monitor, fetches
// nothing and writes no lock. Throws Error where git cannot be run.
pid_t start_git(std::vector<std::string> const& arguments, int in, int out);

}  // namespace quoth::tools
