// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "quoth/error.hpp"

namespace quoth {

// Bytes to be stored as they are; they must outlive the statement's use.
struct Blob {
  std::string_view bytes;
};

enum class Access { read, write };

// One use of a prepared statement; it is reset at the end of its scope, so that it keeps no lock.
class Rows {
 public:
  template <typename... Values>
  explicit Rows(SQLite::Statement& statement, Values const&... values) : statement_(statement) {
    int place = 0;
    (bind(++place, values), ...);
  }
  Rows(Rows const&) = delete;
  Rows& operator=(Rows const&) = delete;
  ~Rows() { statement_.tryReset(); }

  bool next() { return statement_.executeStep(); }
  void run() { statement_.exec(); }
  // The same; whether it failed does not matter.
  void try_run() noexcept { statement_.tryExecuteStep(); }

  std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
  std::uint32_t number(int column) const { return static_cast<std::uint32_t>(integer(column)); }
  std::string_view bytes(int column) const;
  std::string text(int column) const { return std::string(bytes(column)); }
  std::optional<double> real(int column) const;

 private:
  void bind(int place, std::int64_t value) { statement_.bind(place, value); }
  void bind(int place, std::uint32_t value) { statement_.bind(place, static_cast<std::int64_t>(value)); }
  void bind(int place, std::string const& value) { statement_.bind(place, value); }
  void bind(int place, std::string_view value) { statement_.bind(place, std::string(value)); }
  void bind(int place, Blob value) {
    statement_.bindNoCopy(place, value.bytes.data(), static_cast<int>(value.bytes.size()));
  }
  void bind(int place, std::optional<double> value);
  void bind(int place, std::optional<std::int64_t> value);

  SQLite::Statement& statement_;
};

// An open store file: found to be one of ours, migrated to this schema (for writing), with its statements prepared
// once.
class Connection {
 public:
  Connection(std::filesystem::path file, Access access);

  SQLite::Database& database() { return database_; }
  std::filesystem::path const& file() const { return file_; }

  // Prepared at its first use and kept. `sql` must be a literal: it is known by its address.
  SQLite::Statement& prepared(char const* sql);

  // Whether changed pages stay in memory until the commit, so that readers need not wait before it.
  void hold_back_pages(bool hold);

  // Changes whenever the store may have changed, through this connection or another.
  std::int64_t version();

  std::int64_t pragma(char const* name);
  // How many migrations the file has seen.
  std::int64_t schema() const { return schema_; }

  // What the user hears of a failure in SQLite: the file, what is wrong with it, what to do.
  Error error(SQLite::Exception const& failure) const;

 private:
  friend class Snapshot;

  void check_kind();
  void migrate();

  std::filesystem::path file_;
  SQLite::Database database_;
  std::int64_t schema_ = 0;
  std::unordered_map<char const*, SQLite::Statement> statements_;
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
