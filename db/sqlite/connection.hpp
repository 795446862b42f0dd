// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "db/sqlite/busy_wait.hpp"
#include "db/sqlite/kept_exception.hpp"
#include "db/sqlite/statement.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"

namespace quoth::db {

class TableReader;
class TableReaders;
enum class DirectTable : std::uint8_t;

enum class Access {
  read,
  read_older,  // the same; the store may have an earlier schema
  write
};

// SQLite's application ID in the header of every store: "quot" in ASCII.
constexpr std::uint32_t application_id = 0x71756f74;

// An open store file. Opening checks that it is a quoth store of this schema and, for writing, makes one where there is
// none. Use one per thread. The constructor throws Error, or StoreError where the file is damaged.
class Connection {
 public:
  Connection(std::filesystem::path file, Access access, CutOffIngest cut_off = CutOffIngest::refuse);
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;
  ~Connection();

  SQLite::Database& database() { return database_; }
  std::filesystem::path const& file() const { return file_; }

  // A statement, prepared at its first use and cached. `sql` must be a string literal: the cache's key is its address.
  Statement& prepared(char const* sql);

  // The cursor over a table, to be used within a Snapshot. Null where `prepared` statements must be used instead: where
  // the connection may write, or the file is not as quoth writes it. One reading of a table at a time.
  TableReader* direct(DirectTable table);

  // Calls `tell` once, with a sentence, when a write has to wait for others who read; see BusyWait.
  void when_waiting(std::function<void(std::string const&)> tell);

  // Stops statements with SQLITE_INTERRUPT, and waits for locks with SQLITE_BUSY, once `stop` is true or throws;
  // without one, none is stopped.
  void stop_when(std::function<bool()> stop);

  // If true, changed pages stay in memory until the commit, so that readers are not blocked before it.
  void hold_back_pages(bool hold);

  // The memory of all pages that SQLite holds for this connection, in bytes.
  std::size_t page_memory() const;

  // A number that changes whenever the store may have changed, through this connection or another. Constant within a
  // Snapshot.
  std::int64_t version();

  // The value of a pragma as an integer, 0 where it has none.
  std::int64_t pragma(char const* name);

  // Turns a failure of SQLite into a message for the user: the file, what is wrong with it, what to do. Throws what a
  // function of the user's has thrown, where that made SQLite fail.
  StoreError error(SQLite::Exception const& failure);
  // The same for a damaged or hostile file; `what` says what is wrong in it.
  StoreError damage(std::string const& what) const;

 private:
  friend class Snapshot;

  void check_kind(Access access);
  void make_tables();

  std::filesystem::path file_;
  SQLite::Database database_;
  KeptException kept_;  // what functions of the user's have thrown
  BusyWait busy_;
  std::function<bool()> stop_;
  std::unordered_map<char const*, Statement> statements_;
  std::unique_ptr<TableReaders> readers_;  // of a connection that only reads
  std::optional<std::int64_t> snapshot_;   // the version at the start of the snapshot
};

// A read transaction: everything read during its lifetime sees the same state of the store.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  Snapshot(Snapshot const&) = delete;
  Snapshot& operator=(Snapshot const&) = delete;
  ~Snapshot();

 private:
  void end();

  Connection& connection_;
};

}  // namespace quoth::db
