// SPDX-License-Identifier: MIT
// The pages of a table, as the search reads them without SQLite.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <limits>
#include <optional>

#include "db/sqlite/record.hpp"
#include "db/sqlite/table_reader.hpp"
#include "tests/fuzz/damage.hpp"
#include "tests/fuzz/fuzzing.hpp"

using namespace quoth;

namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

template <typename Work>
void may_be_damaged(Work const& work) {
  try {
    work();
  } catch (SQLite::Exception const& failure) {
    if (failure.getErrorCode() != SQLITE_CORRUPT) std::abort();
  }
}

void read_record(db::TableReader const& reader) {
  if (!reader.is_whole()) return;
  db::Record record(reader.payload());
  record.null();
  static_cast<void>(record.blob());
}

void look_up(db::TableReader& reader, std::int64_t key) {
  auto row = reader.prefetch_page(key);
  reader.prefetch_keys(row);
  reader.prefetch_payload(row);
  if (reader.find_last(row) && reader.key() > key) std::abort();
  if (reader.find_first(key) && reader.key() < key) std::abort();
}

void read(db::TableReader& reader) {
  may_be_damaged([&] {
    std::optional<std::int64_t> before;
    for (bool more = reader.find_first(least); more; more = reader.next()) {
      if (before && *before >= reader.key()) std::abort();
      before = reader.key();
      read_record(reader);
    }
  });
  may_be_damaged([&] {
    for (bool more = reader.find_last(most); more; more = reader.previous()) read_record(reader);
  });
  for (std::int64_t key = 1; key < most / 4; key = key * 5 + 3) may_be_damaged([&] { look_up(reader, key); });
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t /*max_size*/,
                                               unsigned seed) {
  return fuzz::damage_database(data, size, seed);
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const file = fuzz::file_in_memory("table");
  fuzz::write_file(file, {reinterpret_cast<char const*>(data), size});
  for (auto const mapped : {std::int64_t{0}, db::PageFile::most_that_sqlite_maps}) {
    std::optional<SQLite::Database> database;
    try {
      database.emplace(file.string(), SQLite::OPEN_READONLY);
      database->exec("BEGIN; SELECT count(*) FROM sqlite_schema");
    } catch (SQLite::Exception const&) {
      return -1;  // SQLite itself refuses the file
    }
    may_be_damaged([&] {
      db::PageFile pages(database->getHandle(), mapped);
      if (!pages.begin(1)) return;
      db::TableReader reader(pages);
      reader.begin(2);
      read(reader);
      pages.end();
    });
  }
  return 0;
}
