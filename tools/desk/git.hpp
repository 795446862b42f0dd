// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quoth::tools {

// The output of git, called with these arguments in the working directory. Throws Error, with git's own first line,
// where git fails or is not installed.
std::string run_git(std::vector<std::string> const& arguments);

// Regular files that the index adds or changes against HEAD, relative to the top of the work tree.
std::vector<std::string> staged_files();
// Regular files of the work tree that differ from `revision`.
std::vector<std::string> changed_files(std::string const& revision);

// Writes the index's version of these files below `folder`, under the same names. Paths are relative to the top.
void check_out_staged(std::vector<std::string> const& files, std::filesystem::path const& folder);

std::filesystem::path work_tree_top();

}  // namespace quoth::tools
