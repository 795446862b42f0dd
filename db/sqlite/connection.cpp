// SPDX-License-Identifier: MIT
#include "db/sqlite/connection.hpp"

#include <sqlite3.h>

#include <array>

#include "db/sqlite/store_file.hpp"
#include "db/sqlite/store_schema.hpp"
#include "db/sqlite/table_readers.hpp"
#include "embedded_schema.hpp"
#include "text/unicode/control_characters.hpp"

namespace quoth::db {

namespace {

struct Limit {
  int what;  // a limit of SQLite's: https://www.sqlite.org/c3ref/c_limit_attached.html
  int most;
};

// What a hostile file may make SQLite do (https://www.sqlite.org/security.html). The longest text or index row that
// quoth writes is about a thousandth of the first, except titles and lists of names; its own statements need a tenth of
// the others.
constexpr std::array<Limit, 6> limits{{{SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024},
                                       {SQLITE_LIMIT_SQL_LENGTH, 100'000},
                                       {SQLITE_LIMIT_VDBE_OP, 25'000},
                                       {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                       {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
                                       {SQLITE_LIMIT_TRIGGER_DEPTH, 10}}};

// Of SQLite's virtual machine: a few milliseconds.
constexpr int steps_between_stops = 100'000;

// The user_version of schema.sql.
constexpr std::int64_t schema_version = 7;

// Before the first page is read. Damaged cells are found when their page is loaded, rather than when one of them is
// used.
void distrust_file(SQLite::Database& database) {
  auto* const handle = database.getHandle();
  for (auto const limit : limits) sqlite3_limit(handle, limit.what, limit.most);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  database.exec("PRAGMA cell_size_check = ON");
}

// An interrupted ingest leaves its journal beside the file. A read-only connection cannot roll it back; a writable one
// does so when it first reads. Does nothing while an ingest is running.
void roll_back_interrupted(std::filesystem::path const& file) {
  if (!stands_there(journal_of(file))) return;
  try {
    SQLite::Database database(file, SQLite::OPEN_READWRITE);
    KeptException kept;
    BusyWait const busy(database.getHandle(), kept);
    distrust_file(database);
    database.exec("SELECT count(*) FROM sqlite_schema");
  } catch (SQLite::Exception const&) {
    // The reading connection will report what is wrong.
  }
}

// SQLite would make an empty store and then fail to make the journal beside it.
void refuse_long_name(std::filesystem::path const& file) {
  std::error_code failed;
  auto const status = std::filesystem::symlink_status(journal_of(file), failed);
  if (!std::filesystem::exists(status) && failed == std::errc::filename_too_long)
    throw Error(file.string() + ": its name is too long, as " + journal_of(file).filename().string() +
                " could not be made beside it; take a shorter one");
}

SQLite::Database open_database(std::filesystem::path const& file, Access access, CutOffIngest cut_off) {
  std::error_code ignored;
  auto where = file.string();
  auto const real = real_file(file);  // SQLite looks beside it, not beside a link to it
  if (access != Access::write && !std::filesystem::exists(real, ignored))
    throw Error(where + ": no such store; make one with `quoth ingest --store`");
  refuse_foreign_store(file);
  refuse_foreign_journal(file);
  if (access == Access::write) refuse_long_name(real);
  if (access == Access::read && cut_off == CutOffIngest::roll_back) roll_back_interrupted(real);
  int flags = access == Access::write ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE : SQLite::OPEN_READONLY;
  try {
    return {real, flags | SQLite::OPEN_NOMUTEX};
  } catch (SQLite::Exception const& failure) {
    throw Error(where + ": cannot be opened (" + failure.what() + "); check that its folder exists and may be " +
                (access == Access::write ? "written" : "read"));
  }
}

}  // namespace

Connection::Connection(std::filesystem::path file, Access access, CutOffIngest cut_off)
    : file_(std::move(file)), database_(open_database(file_, access, cut_off)), busy_(database_.getHandle(), kept_) {
  try {
    distrust_file(database_);
    // Pages of 8 KiB waste little space on rows of a few hundred words and are still read in about a microsecond. EXTRA
    // syncs the folder too once a journal is removed: without it a loss of power could bring the journal back, and that
    // would take back what was said to be added.
    if (access == Access::write) database_.exec("PRAGMA page_size = 8192; PRAGMA synchronous = EXTRA");
    database_.exec("PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768");
    check_kind(access);
    if (access == Access::write) make_tables();
    if (access == Access::read) readers_ = std::make_unique<TableReaders>(database_);
  } catch (SQLite::Exception const& failure) {
    throw error(failure);
  }
}

Connection::~Connection() = default;

void Connection::when_waiting(std::function<void(std::string const&)> tell) {
  if (!tell) return;
  busy_.when_waiting([tell = std::move(tell), where = file_.string()] {
    tell(where + ": another program is reading it; what is to be written waits until that has ended");
  });
}

std::int64_t Connection::pragma(char const* name) {
  SQLite::Statement statement(database_, std::string("PRAGMA ") + name);
  return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

// When writing, an empty file counts as a new store: SQLite creates one before it writes the first page.
void Connection::check_kind(Access access) {
  auto version = pragma("user_version");
  bool fresh = version == 0 && pragma("page_count") == 0;
  bool writing = sqlite3_db_readonly(database_.getHandle(), "main") == 0;
  if (fresh && writing) return;
  if (pragma("application_id") != application_id)
    throw Error(file_.string() + ": is no quoth store; name another file");
  if (version > schema_version)
    throw Error(file_.string() + ": was made by a newer quoth (schema " + std::to_string(version) +
                ", this one knows " + std::to_string(schema_version) + "); update quoth");
  if (version < schema_version && access != Access::read_older)
    throw Error(file_.string() +
                ": was made by an older quoth; bring it up to date with `quoth store upgrade --store " +
                file_.string() + "`");
  if (access != Access::read_older && !has_store_schema(database_)) throw damage("its tables are not those of a store");
}

void Connection::make_tables() {
  if (pragma("user_version") == schema_version) return;
  SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
  // Another may have made them since.
  if (pragma("user_version") == schema_version) return;
  database_.exec(std::string(embedded::schema));
  database_.exec("PRAGMA application_id = " + std::to_string(application_id));
  database_.exec("PRAGMA user_version = " + std::to_string(schema_version));
  transaction.commit();
}

std::int64_t Connection::version() {
  if (snapshot_) return *snapshot_;
  Rows rows(prepared("PRAGMA data_version"));
  auto const others = rows.next() ? rows.integer(0) : 0;
  return others << 32 | database_.getTotalChanges();
}

Snapshot::Snapshot(Connection& connection) : connection_(connection) {
  // Prepared first, as that may fail, which the end must not.
  connection_.prepared("COMMIT");
  if (connection_.readers_) connection_.readers_->before_transaction();
  Rows(connection_.prepared("BEGIN")).run();
  try {
    connection_.snapshot_ = connection_.version();
    if (connection_.readers_) connection_.readers_->begin(*connection_.snapshot_);
  } catch (...) {
    end();
    throw;
  }
}

Snapshot::~Snapshot() { end(); }

// Nothing was written, so a failure of COMMIT loses nothing.
void Snapshot::end() {
  connection_.snapshot_.reset();
  if (connection_.readers_) connection_.readers_->end();
  Rows(connection_.prepared("COMMIT")).try_run();
}

TableReader* Connection::direct(DirectTable table) { return readers_ ? readers_->find(table) : nullptr; }

void Connection::stop_when(std::function<bool()> stop) {
  stop_ = std::move(stop);
  busy_.stop_when(stop_);
  if (!stop_) return sqlite3_progress_handler(database_.getHandle(), 0, nullptr, nullptr);
  sqlite3_progress_handler(
      database_.getHandle(), steps_between_stops,
      [](void* self) {
        auto& connection = *static_cast<Connection*>(self);
        return connection.kept_.run(connection.stop_, true) ? 1 : 0;
      },
      this);
}

void Connection::hold_back_pages(bool hold) {
  database_.exec(hold ? "PRAGMA main.cache_spill = 1000000000" : "PRAGMA main.cache_spill = 1");
}

std::size_t Connection::page_memory() const {
  int bytes = 0;
  int most = 0;
  sqlite3_db_status(database_.getHandle(), SQLITE_DBSTATUS_CACHE_USED, &bytes, &most, 0);
  return static_cast<std::size_t>(bytes);
}

Statement& Connection::prepared(char const* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.try_emplace(sql, database_, sql).first;
  return found->second;
}

StoreError Connection::error(SQLite::Exception const& failure) {
  kept_.rethrow();
  auto const where = file_.string() + ": ";
  // They may quote damaged statements, control characters included.
  auto const what = text::without_controls(failure.what());
  switch (failure.getErrorCode()) {
    case SQLITE_NOTADB:
      return StoreError(where + "is no quoth store; name another file");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreError(where + "another program is writing to it; try again when that has finished");
    case SQLITE_CORRUPT:
      return damage(what);
    case SQLITE_TOOBIG:
      if (sqlite3_db_readonly(database_.getHandle(), "main") == 1) return damage(what);
      return StoreError(where + "takes no name, title, address or word of over 16 MiB; shorten it");
    case SQLITE_INTERRUPT:
      return StoreError(where + "took too long to read");
    case SQLITE_READONLY:
      if (failure.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK)
        return StoreError(where + "an ingest was cut off; open it once with `quoth store verify --store " +
                          file_.string() + "`, where its folder may be written, or " + how_to_restore(file_));
      if (failure.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED)
        return StoreError(where + "another file was put in its place since it was opened; run the same command again");
      [[fallthrough]];
    case SQLITE_PERM:
      return StoreError(where + "may not be written; check the rights of the file and its folder");
    case SQLITE_FULL:
      return StoreError(where + "the disk is full; make room and try again, nothing of this was kept");
    default:
      return StoreError(where + "cannot be used (" + what + "); check the disk, or " + how_to_restore(file_));
  }
}

StoreError Connection::damage(std::string const& what) const {
  return StoreError(file_.string() + ": is damaged (" + what + "); " + how_to_restore(file_) +
                    ", or ingest the transcripts again");
}

}  // namespace quoth::db
