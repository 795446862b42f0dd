// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <system_error>

namespace quoth::db {

// What must be done around a rename by which a new file takes the place of an old one, so that after a loss of power
// the one or the other is there, whole: the bytes first, the rename, then the folder.

// Waits until what was written to a file is on the disk (fsync). The file is not read, and a link is not followed.
// Returns why that failed, if it did.
std::error_code sync_file(std::filesystem::path const& file);

// Waits until the names in the folder of a file are on the disk: what was done to them comes before what is done next.
// A file system that cannot do that is left alone.
void sync_folder_of(std::filesystem::path const& file);

}  // namespace quoth::db
