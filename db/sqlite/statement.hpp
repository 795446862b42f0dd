// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::db {

// Bytes to be bound without a copy; they must outlive the statement's use.
struct Blob {
  std::string_view bytes;
};

// A prepared statement. Thinner than SQLiteCpp's, whose columns each share ownership of it: one look-up reads hundreds
// of columns. It throws the same SQLite::Exception.
class Statement {
 public:
  Statement(SQLite::Database& database, char const* sql);

  sqlite3_stmt* handle() const { return handle_.get(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

// One execution of a prepared statement; resets it at the end of the scope, so that it holds no lock. Methods throw
// SQLite::Exception.
class Rows {
 public:
  template <typename... Values>
  explicit Rows(Statement const& statement, Values const&... values) : handle_(statement.handle()) {
    int place = 0;
    (check(bind(++place, values)), ...);
  }
  Rows(Rows const&) = delete;
  Rows& operator=(Rows const&) = delete;
  ~Rows() { sqlite3_reset(handle_); }

  bool next() {
    auto const result = sqlite3_step(handle_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) fail(result);
    return result == SQLITE_ROW;
  }
  void run() { next(); }
  // Like `run`, but ignores failures.
  void try_run() noexcept { sqlite3_step(handle_); }

  std::int64_t integer(int column) const { return sqlite3_column_int64(handle_, column); }
  std::optional<std::int64_t> integer_or_null(int column) const {
    if (sqlite3_column_type(handle_, column) == SQLITE_NULL) return std::nullopt;
    return integer(column);
  }
  std::uint32_t number(int column) const { return static_cast<std::uint32_t>(integer(column)); }
  // Valid until the next row.
  std::string_view bytes(int column) const {
    auto const* data = static_cast<char const*>(sqlite3_column_blob(handle_, column));
    return {data, data ? static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)) : 0};
  }
  std::string text(int column) const { return std::string(bytes(column)); }
  std::optional<double> real(int column) const {
    if (sqlite3_column_type(handle_, column) == SQLITE_NULL) return std::nullopt;
    return sqlite3_column_double(handle_, column);
  }

 private:
  int bind(int place, std::int64_t value) { return sqlite3_bind_int64(handle_, place, value); }
  int bind(int place, std::uint32_t value) { return sqlite3_bind_int64(handle_, place, value); }
  int bind(int place, std::string const& value) { return bind(place, std::string_view(value)); }
  int bind(int place, std::string_view value);
  int bind(int place, Blob value);
  int bind(int place, std::optional<double> value);
  int bind(int place, std::optional<std::int64_t> value);

  void check(int result) const {
    if (result != SQLITE_OK) fail(result);
  }
  [[noreturn]] void fail(int result) const;

  sqlite3_stmt* handle_;
};

}  // namespace quoth::db
