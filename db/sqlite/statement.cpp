// SPDX-License-Identifier: MIT
#include "db/sqlite/statement.hpp"

namespace quoth::db {

Statement::Statement(SQLite::Database& database, char const* sql) {
  sqlite3_stmt* handle = nullptr;
  auto const result = sqlite3_prepare_v3(database.getHandle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  if (result != SQLITE_OK) throw SQLite::Exception(database.getHandle(), result);
  handle_.reset(handle);
}

int Rows::bind(int place, std::string_view value) {
  return sqlite3_bind_text(handle_, place, value.data() ? value.data() : "", static_cast<int>(value.size()),
                           SQLITE_TRANSIENT);
}

int Rows::bind(int place, Blob value) {
  return sqlite3_bind_blob(handle_, place, value.bytes.data(), static_cast<int>(value.bytes.size()), SQLITE_STATIC);
}

int Rows::bind(int place, std::optional<double> value) {
  return value ? sqlite3_bind_double(handle_, place, *value) : sqlite3_bind_null(handle_, place);
}

int Rows::bind(int place, std::optional<std::int64_t> value) {
  return value ? sqlite3_bind_int64(handle_, place, *value) : sqlite3_bind_null(handle_, place);
}

void Rows::fail(int result) const { throw SQLite::Exception(sqlite3_db_handle(handle_), result); }

}  // namespace quoth::db
