// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth::text {

// The path seen from a folder, links followed. Where the system cannot look, as for the id of an article that is too
// long for a file's name, it is `path` as it is.
std::filesystem::path relative_path(std::filesystem::path const& path, std::filesystem::path const& folder);
// The same, seen from the working directory.
std::filesystem::path relative_path(std::filesystem::path const& path);

}  // namespace quoth::text
