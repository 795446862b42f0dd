// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <cstdint>

#include "db/sqlite/page_file.hpp"
#include "db/sqlite/table_reader.hpp"

namespace quoth::db {

// The tables whose rows searches read by the hundred.
enum class DirectTable : std::uint8_t { passage, posting };

// Cursors over these tables for the read transactions of a connection that only reads.
class TableReaders {
 public:
  explicit TableReaders(SQLite::Database& database);

  // To be called before a read transaction.
  void before_transaction() { pages_.before_transaction(); }
  // To be called at the start and before the end of a read transaction; `version` changes whenever the file does.
  // Throws SQLite::Exception.
  void begin(std::int64_t version);
  void end();

  // The cursor over a table. Null outside of a transaction, and where the file is not as quoth writes it: SQLite must
  // be asked then. There is one for each table, so only one reading of it can be going on at a time.
  TableReader* find(DirectTable table);

 private:
  struct Known {
    TableReader reader;
    std::int64_t version = -1;
  };

  SQLite::Database& database_;
  PageFile pages_;
  std::int64_t version_ = -1;
  bool is_readable_ = false;
  std::array<Known, 2> tables_;
};

}  // namespace quoth::db
