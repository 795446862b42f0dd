// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quoth {

// What git prints when called with these arguments in the working directory. Throws Error with git's own first line
// where it fails or is not there.
std::string run_git(std::vector<std::string> const& arguments);

// Regular files, seen from the top of the work tree, that the index adds to or changes from HEAD.
std::vector<std::string> staged_files();
// Regular files that differ from `revision` in the work tree.
std::vector<std::string> changed_files(std::string const& revision);

// The index's version of these files, written below `folder` under the same names. Paths are seen from the top.
void check_out_staged(std::vector<std::string> const& files, std::filesystem::path const& folder);

std::filesystem::path work_tree_top();

}  // namespace quoth
