// SPDX-License-Identifier: MIT
#include "db/audit/audit_file.hpp"

#include <sqlite3.h>

namespace quoth::db {

namespace {

SQLite::Database open_database(std::filesystem::path const& file, int flags) {
  try {
    return SQLite::Database(file.string(), flags | SQLite::OPEN_NOMUTEX);
  } catch (SQLite::Exception const& failure) {
    throw Error(file.string() + ": cannot be opened (" + failure.what() +
                "); check that its folder exists and may be written");
  }
}

constexpr char const* is_audit =
    "SELECT count(*) = 3 FROM sqlite_schema WHERE type = 'table' AND name IN ('articles', 'quotations', 'verdicts')";

}  // namespace

Error audit_damage(std::filesystem::path const& file) {
  return Error(file.string() + ": is damaged; remove it and run the audit again");
}

AuditFile::AuditFile(std::filesystem::path file, int flags)
    : file_(std::move(file)), database_(open_database(file_, flags)) {}

Statement& AuditFile::prepared(char const* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.try_emplace(sql, database_, sql).first;
  return found->second;
}

void refuse_other_results(std::filesystem::path const& name) {
  std::error_code ignored;
  if (!std::filesystem::exists(name, ignored))
    throw Error(name.string() + ": no such file; name the folder of an audit that has finished");
  AuditFile file(name, SQLite::OPEN_READONLY);
  file.guarded([&] {
    file.run_script("PRAGMA trusted_schema = OFF");
    if (file.database().execAndGet(is_audit).getInt() == 0)
      throw Error(name.string() + ": holds no results of an audit");
    if (file.database().execAndGet("PRAGMA user_version").getInt64() != results_version)
      throw Error(name.string() + ": is of another version of quoth; run that audit again");
  });
}

Error AuditFile::error(SQLite::Exception const& failure) const {
  auto const where = file_.string() + ": ";
  switch (failure.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Error(where + "another audit is at work there; wait for it, or name another folder");
    case SQLITE_FULL:
      return Error(where + "the disk is full; make room and run the same command again, it goes on where it was");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return Error(where + "may not be written; check the rights of the file and its folder");
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return audit_damage(file_);
    default:
      return Error(where + "cannot be used (" + failure.what() + "); check the disk and run the same command again");
  }
}

}  // namespace quoth::db
