// SPDX-License-Identifier: MIT
#include "db/sqlite/connection.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>

#include "db/sqlite/store_file.hpp"
#include "db/sqlite/store_schema.hpp"
#include "migrations.hpp"

namespace quoth {

namespace {

constexpr int busy_timeout_ms = 30'000;

// The longest text or index row accepted. Those that quoth writes are about a thousandth of it, except titles and lists
// of names.
constexpr int most_bytes_of_value = 16 * 1024 * 1024;

// In order: a store with user_version N has had the first N applied.
std::array<std::string_view, 5> migrations() {
  return {embedded::_0001_sources_and_index, embedded::_0002_rulings, embedded::_0003_rows_by_posting,
          embedded::_0004_printed_lines, embedded::_0005_rows_of_blocks};
}

// Earlier versions have another index format.
constexpr std::int64_t oldest_readable = 5;

// An interrupted ingest leaves its journal beside the file. A read-only connection cannot roll it back; a writable one
// does so when it first reads. Does nothing while an ingest is running.
void roll_back_interrupted(std::filesystem::path const& file) {
  if (!stands_there(journal_of(file))) return;
  try {
    SQLite::Database(file, SQLite::OPEN_READWRITE, busy_timeout_ms).exec("SELECT count(*) FROM sqlite_schema");
  } catch (SQLite::Exception const&) {
    // The reading connection will report what is wrong.
  }
}

SQLite::Database open_database(std::filesystem::path const& file, Access access, CutOffIngest cut_off) {
  std::error_code ignored;
  auto where = file.string();
  if (access == Access::read && !std::filesystem::exists(file, ignored))
    throw Error(where + ": no such store; make one with `quoth ingest --store`");
  refuse_foreign_store(file);
  refuse_foreign_journal(file);
  if (access == Access::read && cut_off == CutOffIngest::roll_back) roll_back_interrupted(file);
  int flags = access == Access::read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  try {
    return {file, flags | SQLite::OPEN_NOMUTEX, busy_timeout_ms};
  } catch (SQLite::Exception const& failure) {
    throw Error(where + ": cannot be opened (" + failure.what() + "); check that its folder exists and may be " +
                (access == Access::read ? "read" : "written"));
  }
}

// SQLite's messages may quote damaged statements, control characters included.
std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](unsigned char c) { return c < ' '; }, ' ');
  return text;
}

}  // namespace

Connection::Connection(std::filesystem::path file, Access access, CutOffIngest cut_off)
    : file_(std::move(file)), database_(open_database(file_, access, cut_off)) {
  try {
    // Pages of 8 KiB waste little space on rows of a few hundred words and are still read in about a microsecond. Cell
    // checks keep a writer from spreading damage; a reader does not need them.
    if (access == Access::write) database_.exec("PRAGMA page_size = 8192; PRAGMA cell_size_check = ON");
    sqlite3_limit(database_.getHandle(), SQLITE_LIMIT_LENGTH, most_bytes_of_value);
    database_.exec("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -32768");
    check_kind();
    if (access == Access::write) migrate();
  } catch (SQLite::Exception const& failure) {
    throw error(failure);
  }
}

std::int64_t Connection::pragma(char const* name) {
  SQLite::Statement statement(database_, std::string("PRAGMA ") + name);
  return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

// When writing, an empty file counts as a new store: SQLite creates one before it writes the first page.
void Connection::check_kind() {
  auto version = pragma("user_version");
  auto latest = static_cast<std::int64_t>(migrations().size());
  bool fresh = version == 0 && pragma("page_count") == 0;
  bool writing = sqlite3_db_readonly(database_.getHandle(), "main") == 0;
  if (fresh && writing) return;
  if (pragma("application_id") != application_id)
    throw Error(file_.string() + ": is no quoth store; name another file");
  if (version > latest)
    throw Error(file_.string() + ": was made by a newer quoth (schema " + std::to_string(version) +
                ", this one knows " + std::to_string(latest) + "); update quoth");
  if (version < oldest_readable)
    throw Error(file_.string() + ": was made by an older quoth; ingest its transcripts into a new store");
  if (!has_store_schema(database_)) throw damage("its tables are not those of a store");
}

void Connection::migrate() {
  auto latest = static_cast<std::int64_t>(migrations().size());
  if (pragma("user_version") == latest) return;
  SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
  for (auto done = pragma("user_version"); done < latest; ++done)
    database_.exec(std::string(migrations().at(static_cast<std::size_t>(done))));
  database_.exec("PRAGMA application_id = " + std::to_string(application_id));
  database_.exec("PRAGMA user_version = " + std::to_string(latest));
  transaction.commit();
}

std::int64_t Connection::version() {
  if (snapshot_) return *snapshot_;
  Rows rows(prepared("PRAGMA data_version"));
  auto const others = rows.next() ? rows.integer(0) : 0;
  return others << 32 | database_.getTotalChanges();
}

Snapshot::Snapshot(Connection& connection) : connection_(connection) {
  Rows(connection_.prepared("BEGIN")).run();
  connection_.snapshot_ = connection_.version();
}

// Nothing was written, so a failure of COMMIT loses nothing.
Snapshot::~Snapshot() {
  connection_.snapshot_.reset();
  Rows(connection_.prepared("COMMIT")).try_run();
}

void Connection::hold_back_pages(bool hold) {
  database_.exec(hold ? "PRAGMA main.cache_spill = 1000000000" : "PRAGMA main.cache_spill = 1");
}

Statement& Connection::prepared(char const* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.try_emplace(sql, database_, sql).first;
  return found->second;
}

StoreError Connection::error(SQLite::Exception const& failure) const {
  auto const where = file_.string() + ": ";
  auto const what = one_line(failure.what());
  switch (failure.getErrorCode()) {
    case SQLITE_NOTADB:
      return StoreError(where + "is no quoth store; name another file");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreError(where + "another program is writing to it; try again when that has finished");
    case SQLITE_CORRUPT:
      return damage(what);
    case SQLITE_READONLY:
      if (failure.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK)
        return StoreError(where + "an ingest was cut off; open it once with `quoth store verify --store " +
                          file_.string() + "`, where its folder may be written");
      [[fallthrough]];
    case SQLITE_PERM:
      return StoreError(where + "may not be written; check the rights of the file and its folder");
    case SQLITE_FULL:
      return StoreError(where + "the disk is full; make room and try again, nothing of this was kept");
    default:
      return StoreError(where + "cannot be used (" + what + "); check the disk, or restore a copy");
  }
}

StoreError Connection::damage(std::string const& what) const {
  return StoreError(file_.string() + ": is damaged (" + what + "); restore a copy or ingest the transcripts again");
}

}  // namespace quoth
