// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "db/step_progress.hpp"

namespace quoth::db {

// Copies a store while others read and write it, with SQLite's online backup (https://www.sqlite.org/backup.html): the
// copy is of one state of it. Where others write all the time, they are kept waiting in the end. `copy` is a new file
// or another store, which is replaced by the finished copy; see StoreSwap. Returns the number of sources in it. Throws
// Error where `copy` is none of these, or `stop`, which is asked every now and then, is true, and StoreError where the
// store is damaged; `copy` then stays as it is, and no other file is left. `progress` is told of copying and proving.
std::uint64_t back_up_store(std::filesystem::path const& file, std::filesystem::path const& copy,
                            std::function<bool()> const& stop = {}, StepProgress const& progress = {});

struct Restored {
  std::uint64_t sources = 0;
  std::vector<std::string> faults;  // of the copy, as Store::verify names them; where there are any, nothing was done
};

// Puts a copy of `copy`, proved as Store::verify does, in place of the store `file`, which need not exist and may be
// damaged. A journal or write-ahead log beside it is removed. Throws as back_up_store does.
Restored restore_store(std::filesystem::path const& copy, std::filesystem::path const& file,
                       std::function<bool()> const& stop = {}, StepProgress const& progress = {});

}  // namespace quoth::db
