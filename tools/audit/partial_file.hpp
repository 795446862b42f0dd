// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth {

// Where a file is written until it is whole: beside its place, always under the same name, so that a run that dies
// leaves nothing the next one does not overwrite.
std::filesystem::path partial(std::filesystem::path const& file);

// Waits till the bytes of the partial file are on the disk. Throws Error where that fails.
void make_durable(std::filesystem::path const& file);

// Puts the partial file, once it is durable, in its place. Throws Error where that fails; the old file then stays.
void put_in_place(std::filesystem::path const& file);

}  // namespace quoth
