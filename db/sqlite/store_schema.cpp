// SPDX-License-Identifier: MIT
#include "db/sqlite/store_schema.hpp"

#include "db/sqlite/statement.hpp"
#include "text/bytes/sha256.hpp"

namespace quoth::db {

namespace {

// The digest of an empty store's schema. It changes with the schema; the test of this file prints the new value.
constexpr std::string_view expected = "3ec764901327be82a3eef797b0e6e469965cf094e20d643d043fb48f3836223f";

constexpr char const* all_parts =
    "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
    "ORDER BY name, type";
constexpr int columns = 4;

}  // namespace

std::string schema_digest(SQLite::Database& database) {
  std::string parts;
  Statement const statement(database, all_parts);
  for (Rows rows(statement); rows.next();)
    for (int i = 0; i < columns; ++i) parts.append(rows.bytes(i)) += '\0';
  return text::sha256(parts);
}

bool has_store_schema(SQLite::Database& database) { return schema_digest(database) == expected; }

}  // namespace quoth::db
