// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>

#include "db/step_progress.hpp"

namespace quoth::db {

// What compact_store found and left.
struct CompactCounts {
  std::uint64_t bytes_before = 0;  // of the file
  std::uint64_t bytes_after = 0;
};

// Makes a store as small as it can be, and its look-ups as fast: merges the segments of the index into one, without the
// postings of removed sources, and gives unused pages back to the file system
// (https://www.sqlite.org/lang_vacuum.html). A store that has neither is not written to. Each of the two is one
// transaction: whatever happens, the store is as it was before it or after it, and answers the same. Needs room for a
// second index beside the store, then for a copy of the store both beside it and in the folder of temporary files.
// Throws Error where there is no store, StoreError where another program uses it for too long, the disk is full or the
// store is damaged. `progress` is told of merging and of giving room back.
CompactCounts compact_store(std::filesystem::path const& file, StepProgress const& progress = {});

}  // namespace quoth::db
