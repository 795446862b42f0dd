// SPDX-License-Identifier: MIT
#include "db/compact.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "db/index/extents.hpp"
#include "db/index/posting_index.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/error.hpp"

namespace quoth::db {

namespace {

void merge_segments(Connection& connection, StepProgress const& progress) {
  SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
  check_extents(connection);
  PostingIndex index(connection);
  auto const tell = [&](double done) {
    if (progress) progress(StoreStep::merging, done);
  };
  if (index.merge_all(tell)) transaction.commit();
}

void give_pages_back(Connection& connection, StepProgress const& progress) {
  if (connection.pragma("freelist_count") == 0) return;
  connection.stop_when([&] {
    if (progress) progress(StoreStep::giving_room_back, std::nullopt);
    return false;
  });
  try {
    connection.database().exec("VACUUM");
  } catch (SQLite::Exception const& failure) {
    auto const where = connection.file().string();
    if (failure.getErrorCode() == SQLITE_BUSY)
      throw StoreError(where + ": another program uses it; try again when that has finished");
    if (failure.getErrorCode() == SQLITE_FULL)
      throw StoreError(where +
                       ": its index is merged, but a disk is too full to give room back; make room for a copy of it "
                       "beside it and another in the folder of temporary files (TMPDIR), and try again");
    throw;
  }
}

}  // namespace

CompactCounts compact_store(std::filesystem::path const& file, StepProgress const& progress) {
  // Fails if there is no store, which opening for writing would create.
  Connection const known(file, Access::read, CutOffIngest::roll_back);
  Connection connection(file, Access::write);
  CompactCounts counts;
  counts.bytes_before = std::filesystem::file_size(file);
  try {
    merge_segments(connection, progress);
    give_pages_back(connection, progress);
  } catch (SQLite::Exception const& failure) {
    throw connection.error(failure);
  }
  counts.bytes_after = std::filesystem::file_size(file);
  return counts;
}

}  // namespace quoth::db
