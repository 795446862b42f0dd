// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>

#include "db/sqlite/statement.hpp"
#include "quoth/error.hpp"

namespace quoth::db {

// That the working file of an audit is not as quoth writes it.
Error audit_damage(std::filesystem::path const& file = "work.db");

// A SQLite file of an audit, with a cache of prepared statements. Not safe for use by several threads at once.
class AuditFile {
 public:
  AuditFile(std::filesystem::path file, int flags);

  SQLite::Database& database() { return database_; }
  void run_script(std::string_view sql) { database_.exec(std::string(sql)); }
  // `sql` must be a string literal: the cache's key is its address.
  Statement& prepared(char const* sql);

  // Runs `action` and turns an SQLite::Exception into an Error that names the file and what to do.
  template <typename Action>
  auto guarded(Action const& action) {
    try {
      return action();
    } catch (SQLite::Exception const& failure) {
      throw error(failure);
    }
  }

 private:
  Error error(SQLite::Exception const& failure) const;

  std::filesystem::path file_;
  SQLite::Database database_;
  std::unordered_map<char const*, Statement> statements_;
};

// The user_version of audit.db.
constexpr std::int64_t results_version = 4;

// Throws Error, which names the file, where it is no finished AuditDatabase of this version of quoth. Opens it alone,
// so that of two the one with the fault is told.
void refuse_other_results(std::filesystem::path const& name);

}  // namespace quoth::db
