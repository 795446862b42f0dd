// SPDX-License-Identifier: MIT
#include "db/sqlite/table_readers.hpp"

#include <sqlite3.h>

#include <cstdlib>
#include <limits>

#include "db/sqlite/statement.hpp"

namespace quoth::db {

namespace {

constexpr std::array<char const*, 2> names{"passage", "posting"};
constexpr char const* root_of_table = "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?";

}  // namespace

TableReaders::TableReaders(SQLite::Database& database)
    : database_(database),
      pages_(database.getHandle()),
      tables_{Known{TableReader(pages_)}, Known{TableReader(pages_)}} {}

void TableReaders::begin(std::int64_t version) {
  is_readable_ = pages_.begin(version);
  version_ = version;
}

void TableReaders::end() {
  is_readable_ = false;
  for (auto& table : tables_) table.reader.end();
  pages_.end();
}

TableReader* TableReaders::find(DirectTable table) {
  if (!is_readable_) return nullptr;
  auto const index = static_cast<std::size_t>(table);
  auto& known = tables_[index];
  if (known.version == version_) return &known.reader;
  Statement const statement(database_, root_of_table);
  Rows rows(statement, std::string_view(names[index]));
  auto const root = rows.next() ? rows.integer(0) : 0;
  if (root < 1 || root > std::numeric_limits<std::uint32_t>::max())
    throw SQLite::Exception("a table is missing", SQLITE_CORRUPT);
  known.reader.begin(static_cast<std::uint32_t>(root));
  known.version = version_;
  return &known.reader;
}

}  // namespace quoth::db
