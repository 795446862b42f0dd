// SPDX-License-Identifier: MIT
#include "db/sqlite/store_schema.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string_view>

#include "db/sqlite/statement.hpp"
#include "embedded_schema.hpp"

namespace quoth::db {

namespace {

// Internal tables, as SQLite makes them for AUTOINCREMENT and ANALYZE.
constexpr std::array<std::string_view, 3> internal_tables{"CREATE TABLE sqlite_sequence(name,seq)",
                                                          "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
                                                          "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"};

constexpr std::string_view new_statement = "\nCREATE ";

std::size_t statements_in(std::string_view script) {
  std::size_t count = 0;
  for (auto at = script.find(new_statement); at != script.npos; at = script.find(new_statement, at + 1)) ++count;
  return count;
}

// Where the statement stands in the script, as a whole; `npos` if it does not.
std::size_t place_in(std::string_view script, std::string_view statement) {
  auto const at = script.find(statement);
  if (at == script.npos || at == 0 || script[at - 1] != '\n') return script.npos;
  return script.substr(at + statement.size()).starts_with(';') ? at : script.npos;
}

}  // namespace

// SQLite keeps each statement as it was written.
bool has_store_schema(SQLite::Database& database) {
  std::string_view const script = embedded::schema;
  std::set<std::size_t> found;
  Statement const statement(database, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL");
  for (Rows rows(statement); rows.next();) {
    auto const sql = rows.bytes(0);
    if (std::ranges::find(internal_tables, sql) != internal_tables.end()) continue;
    auto const place = place_in(script, sql);
    if (place == script.npos || !found.insert(place).second) return false;
  }
  return found.size() == statements_in(script);
}

}  // namespace quoth::db
