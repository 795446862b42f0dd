// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

namespace quoth {

// The top of the git work tree that `folder` lies in, found without running git: the nearest folder, itself or above,
// that holds a `.git`. `folder` is absolute.
std::optional<std::filesystem::path> work_tree_of(std::filesystem::path const& folder);

// Throws Error where `file` lies in a git work tree by its name, but links lead out of it: a stranger's checkout must
// not choose which other files of the user are read.
void refuse_link_out_of_tree(std::filesystem::path const& file);

// Whether the file belongs to the user who runs this program, or to root.
bool belongs_to_user_or_root(std::filesystem::path const& file);

}  // namespace quoth
