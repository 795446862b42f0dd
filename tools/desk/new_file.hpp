// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth {

// Makes an empty file beside `place`, under a name that begins with `place`'s and `infix` and that nobody can foresee,
// and gives its path. It is never one that was there before, nor reached through a link. Throws Error where none can be
// made.
std::filesystem::path make_new_file(std::filesystem::path const& place, char const* infix);

}  // namespace quoth
