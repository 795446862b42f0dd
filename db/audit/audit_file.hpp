// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>
#include <unordered_map>

#include "db/sqlite/statement.hpp"
#include "quoth/error.hpp"

namespace quoth {

// A SQLite file of an audit, with its statements prepared once.
class AuditFile {
 public:
  AuditFile(std::filesystem::path file, int flags);

  SQLite::Database& database() { return database_; }
  void run_script(std::string_view sql) { database_.exec(std::string(sql)); }
  // `sql` must be a literal: it is known by its address.
  Statement& prepared(char const* sql);

  // Runs `action`; what SQLite throws becomes an Error that names the file and what to do.
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

}  // namespace quoth
