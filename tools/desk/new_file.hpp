// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth::tools {

// Creates an empty file beside `place`, whose name begins with that of `place` and `infix` and ends unpredictably, and
// returns its path. Never opens a file that was there before, nor follows a link. Throws Error if none can be created.
std::filesystem::path make_new_file(std::filesystem::path const& place, char const* infix);
// The same with a folder.
std::filesystem::path make_new_folder(std::filesystem::path const& place, char const* infix);

}  // namespace quoth::tools
