// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>

#include "db/sqlite/descriptor.hpp"

namespace quoth::db {

// Locks a store as SQLite does, for as long as it lives, without looking into it, as it may be damaged: SQLite would
// read it, and play back its journal, before it locked it. Also keeps out this process's own connections; those lose
// their locks when it ends.
class StoreLock {
 public:
  enum class Against {
    everybody,
    writers,  // others may read the store, and begin to
  };

  // Waits 30 seconds at most for those who read, or write before `everybody`, and for no writer before `writers`, who
  // may themselves wait for the caller. Throws Error where that is not enough, where `stop` is true meanwhile, or
  // the file may not be written.
  StoreLock(std::filesystem::path const& store, Against against, std::function<bool()> const& stop = {});
  StoreLock(StoreLock const&) = delete;
  StoreLock& operator=(StoreLock const&) = delete;
  ~StoreLock() = default;

 private:
  void lock(std::filesystem::path const& store, Against against, std::function<bool()> const& stop) const;

  Descriptor descriptor_;
};

}  // namespace quoth::db
