// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace quoth::db {

// SHA-256, as hexadecimal digits, of the names and SQL definitions of every table, index, trigger and view of the
// database, sorted by name. SQLite's internal objects are left out.
std::string schema_digest(SQLite::Database& database);

// Whether the database has the schema of a quoth store and nothing else. In a hostile file a view, a trigger or a
// generated column in place of a table could run forever, or run whatever its author wrote.
bool has_store_schema(SQLite::Database& database);

}  // namespace quoth::db
