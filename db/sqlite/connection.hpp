// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>

#include "db/sqlite/statement.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"

namespace quoth {

enum class Access { read, write };

// "quot", in the header of every store.
constexpr std::uint32_t application_id = 0x71756f74;

// An open store file: found to be one of ours, migrated to this schema (for writing), with its statements prepared
// once.
class Connection {
 public:
  Connection(std::filesystem::path file, Access access, CutOffIngest cut_off = CutOffIngest::refuse);

  SQLite::Database& database() { return database_; }
  std::filesystem::path const& file() const { return file_; }

  // Prepared at its first use and kept. `sql` must be a literal: it is known by its address.
  Statement& prepared(char const* sql);

  // Whether changed pages stay in memory until the commit, so that readers need not wait before it.
  void hold_back_pages(bool hold);

  // Changes whenever the store may have changed, through this connection or another.
  std::int64_t version();

  std::int64_t pragma(char const* name);

  // What the user hears of a failure in SQLite: the file, what is wrong with it, what to do.
  StoreError error(SQLite::Exception const& failure) const;
  // The same for what a damaged or hostile file holds: `what` is wrong in it.
  StoreError damage(std::string const& what) const;

 private:
  friend class Snapshot;

  void check_kind();
  void migrate();

  std::filesystem::path file_;
  SQLite::Database database_;
  std::unordered_map<char const*, Statement> statements_;
  std::optional<std::int64_t> snapshot_;  // the version that is being read
};

// One state of the store for all that is read in its scope.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  Snapshot(Snapshot const&) = delete;
  Snapshot& operator=(Snapshot const&) = delete;
  ~Snapshot();

 private:
  Connection& connection_;
};

}  // namespace quoth
