// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

namespace quoth::tools {

// The top of the git work tree that contains `folder`, found without running git: the nearest folder, itself or above,
// that has a `.git`. `folder` must be absolute.
std::optional<std::filesystem::path> work_tree_of(std::filesystem::path const& folder);

// Whether the path is that of the folder or of something below it, by the names alone: both must be normal, and of one
// kind, absolute or relative.
bool lies_in(std::filesystem::path const& folder, std::filesystem::path const& file);

// Throws Error if `file` is in a git work tree by its name but links lead out of it: a stranger's repository must not
// choose which other files of the user are read.
void refuse_link_out_of_tree(std::filesystem::path const& file);

// Whether the file belongs to the user who runs this program, or to root.
bool belongs_to_user_or_root(std::filesystem::path const& file);

}  // namespace quoth::tools
