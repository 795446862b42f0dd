// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace quoth {

// SHA-256, as hexadecimal digits, of every table, index, trigger and view of the database and of the statements that
// made them, in the order of their names; what SQLite keeps for itself is left out.
std::string schema_digest(SQLite::Database& database);

// Whether the database has the tables of a quoth store and nothing else. A view, a trigger or a generated column in
// their place would run for ever, or whatever a stranger wrote into it.
bool has_store_schema(SQLite::Database& database);

}  // namespace quoth
