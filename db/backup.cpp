// SPDX-License-Identifier: MIT
#include "db/backup.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

#include "db/sources/verify.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/store_file.hpp"
#include "db/sqlite/store_swap.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"

namespace quoth::db {

namespace {

namespace fs = std::filesystem;

using Stop = std::function<bool()>;

constexpr int pages_of_step = 1'000;  // eight megabytes; the store is locked for as long
constexpr int all_pages = -1;
constexpr int most_restarts = 3;

void refuse_same(fs::path const& one, fs::path const& other) {
  std::error_code ignored;
  if (fs::equivalent(one, other, ignored)) throw Error(one.string() + ": is the same file as " + other.string());
}

struct EndBackup {
  void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

// When another writes the store between two steps, SQLite begins again, and more pages remain than before.
void copy_pages(SQLite::Database& from, SQLite::Database& to, Stop const& stop, StepProgress const& progress) {
  std::unique_ptr<sqlite3_backup, EndBackup> const backup(
      sqlite3_backup_init(to.getHandle(), "main", from.getHandle(), "main"));
  if (!backup) throw SQLite::Exception(to.getHandle());
  int restarts = 0;
  for (std::optional<int> remaining;;) {
    auto const result = sqlite3_backup_step(backup.get(), restarts < most_restarts ? pages_of_step : all_pages);
    auto const now = sqlite3_backup_remaining(backup.get());
    if (progress) progress(StoreStep::copying, 1 - now / std::max(1.0, 1.0 * sqlite3_backup_pagecount(backup.get())));
    if (result == SQLITE_DONE) return;
    if (stop && stop()) throw SQLite::Exception("stopped", SQLITE_INTERRUPT);
    if (result != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(result), result);
    if (remaining && now >= *remaining) ++restarts;
    remaining = now;
  }
}

void copy_store(Connection& from, StoreSwap const& to, Stop const& stop, StepProgress const& progress) {
  try {
    SQLite::Database fresh(to.fresh().string(), SQLite::OPEN_READWRITE);
    copy_pages(from.database(), fresh, stop, progress);
  } catch (SQLite::Exception const& failure) {
    if (failure.getErrorCode() == SQLITE_FULL)
      throw StoreError(to.fresh().string() + ": the disk is full; make room and try again, nothing was replaced");
    throw from.error(failure);
  }
}

// That the copy holds together; whether its index agrees with its texts is for restore_store.
void check_pages(Connection& from, fs::path const& copy, Stop const& stop, StepProgress const& progress) {
  Connection store(copy, Access::read);
  store.stop_when([&] {
    if (progress) progress(StoreStep::proving, std::nullopt);
    return stop && stop();
  });
  try {
    Rows rows(store.prepared("PRAGMA quick_check(1)"));
    if (!rows.next() || rows.bytes(0) != "ok") throw from.damage(rows.text(0));
  } catch (SQLite::Exception const& failure) {
    throw from.error(failure);
  }
}

// One line for each fault of the copy, which nobody else has open.
std::vector<std::string> prove(fs::path const& copy, Stop const& stop, StepProgress const& progress) {
  Connection store(copy, Access::read);
  store.stop_when(stop);
  try {
    return verify_store(store, false, [&](double done) {
      if (progress) progress(StoreStep::proving, done);
    });
  } catch (SQLite::Exception const& failure) {
    throw store.error(failure);
  }
}

// Runs `action`; where it fails after it was to be stopped, that is why.
template <typename Action>
auto stoppable(fs::path const& place, Stop const& stop, Action const& action) {
  try {
    return action();
  } catch (Error const&) {
    if (stop && stop()) throw Error(place.string() + ": stopped; nothing was put there");
    throw;
  }
}

}  // namespace

std::uint64_t back_up_store(fs::path const& file, fs::path const& copy, Stop const& stop,
                            StepProgress const& progress) {
  auto const place = real_file(copy);  // is replaced; a link to it stays
  refuse_same(copy, file);
  refuse_other_file(copy);
  Connection store(file, Access::read);
  store.stop_when(stop);
  StoreSwap swap(place);
  return stoppable(copy, stop, [&] {
    copy_store(store, swap, stop, progress);
    check_pages(store, swap.fresh(), stop, progress);
    auto const sources = Store::open(swap.fresh()).stats().sources;
    swap.put_in_place(file, stop);
    return sources;
  });
}

Restored restore_store(fs::path const& copy, fs::path const& file, Stop const& stop, StepProgress const& progress) {
  auto const place = real_file(file);
  refuse_same(copy, file);
  refuse_other_file(file);
  Connection store(copy, Access::read);
  store.stop_when(stop);
  StoreSwap swap(place);
  return stoppable(file, stop, [&] {
    copy_store(store, swap, stop, progress);
    Restored restored{0, prove(swap.fresh(), stop, progress)};
    if (!restored.faults.empty()) return restored;
    restored.sources = Store::open(swap.fresh()).stats().sources;
    swap.put_in_place(copy, stop);
    return restored;
  });
}

}  // namespace quoth::db
