// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

namespace quoth::db {

// Whether the database has the tables of schema.sql and nothing else. In a hostile file a view, a trigger or a
// generated column in place of a table could run forever, or run whatever its author wrote.
bool has_store_schema(SQLite::Database& database);

}  // namespace quoth::db
