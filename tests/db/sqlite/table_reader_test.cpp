// SPDX-License-Identifier: MIT
#include "db/sqlite/table_reader.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "db/sqlite/record.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/sanitized.hpp"

using namespace quoth::db;
using quoth::test::Folder;
using quoth::test::numbers;

namespace {

using Table = std::map<std::int64_t, std::string>;

constexpr int most_of_page = 400;  // bytes of a row that stays on a page of 512

Table random_table(std::size_t rows, std::uint64_t seed) {
  auto next = numbers(seed);
  Table table;
  while (table.size() < rows)
    table.emplace(static_cast<std::int64_t>(next() >> (next() % 64)), std::string(next() % most_of_page, 'x'));
  return table;
}

void write(std::filesystem::path const& file, char const* pragmas, Table const& table) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(pragmas);
  database.exec("CREATE TABLE t (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT");
  SQLite::Transaction transaction(database);
  SQLite::Statement insert(database, "INSERT INTO t VALUES (?, ?)");
  for (auto const& [key, bytes] : table) {
    insert.bind(1, key);
    insert.bind(2, bytes.data(), static_cast<int>(bytes.size()));
    insert.exec();
    insert.reset();
  }
  transaction.commit();
}

// The table of a file in a read transaction.
class Opened {
 public:
  explicit Opened(std::filesystem::path const& file, std::int64_t most_mapped = PageFile::most_that_sqlite_maps)
      : database_(file.string(), SQLite::OPEN_READONLY), pages_(database_.getHandle(), most_mapped), reader_(pages_) {
    database_.exec("BEGIN");
    auto const root = database_.execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = 't'").getInt64();
    is_plain_ = pages_.begin(1);
    if (is_plain_) reader_.begin(static_cast<std::uint32_t>(root));
  }

  bool is_plain() const { return is_plain_; }
  TableReader& reader() { return reader_; }

 private:
  SQLite::Database database_;
  PageFile pages_;
  TableReader reader_;
  bool is_plain_ = false;
};

std::string blob_of(TableReader const& reader) {
  Record record(reader.payload());
  record.null();
  return std::string(record.blob());
}

// Reads the whole table both ways, and looks up keys in it and between them.
void check_same(TableReader& reader, Table const& table) {
  auto expected = table.begin();
  for (bool more = reader.find_first(INT64_MIN); more; more = reader.next(), ++expected) {
    REQUIRE(expected != table.end());
    CHECK(reader.key() == expected->first);
    CHECK(blob_of(reader) == expected->second);
  }
  CHECK(expected == table.end());
  auto last = table.rbegin();
  for (bool more = reader.find_last(INT64_MAX); more; more = reader.previous(), ++last)
    CHECK(reader.key() == last->first);
  CHECK(last == table.rend());
  auto next = numbers(5);
  for (int round = 0; round < 2'000; ++round) {
    auto key = static_cast<std::int64_t>(next() >> (next() % 64));
    if (round % 2 == 0 && !table.empty())
      key = table.lower_bound(key) == table.end() ? key : table.lower_bound(key)->first;
    auto prefetched = reader.prefetch_page(key);
    reader.prefetch_keys(prefetched);
    reader.prefetch_payload(prefetched);
    auto const from = table.lower_bound(key);
    auto const after = table.upper_bound(key);
    CHECK(reader.find_first(key) == (from != table.end()));
    if (from != table.end()) CHECK(reader.key() == from->first);
    CHECK((round % 3 == 0 ? reader.find_last(key) : reader.find_last(prefetched)) == (after != table.begin()));
    if (after != table.begin()) CHECK(reader.key() == std::prev(after)->first);
    if (after == table.begin() || std::prev(after) == table.begin()) continue;
    CHECK(reader.previous());
    CHECK(reader.key() == std::prev(after, 2)->first);
  }
}

std::string read_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a table is read as SQLite has it, of any size, mapped or not") {
  for (auto const rows : {0U, 1U, 40U, 3'000U, 20'000U}) {
    if (quoth::test::is_sanitized && rows > 10'000) continue;
    Folder folder;
    auto const table = random_table(rows, rows);
    write(folder / "file", rows % 3 == 0 ? "PRAGMA page_size = 512" : "PRAGMA page_size = 8192", table);
    for (std::int64_t const most_mapped : {std::int64_t{0}, std::int64_t{40'000}, PageFile::most_that_sqlite_maps}) {
      CAPTURE(rows);
      CAPTURE(most_mapped);
      Opened opened(folder / "file", most_mapped);
      REQUIRE(opened.is_plain());
      check_same(opened.reader(), table);
    }
  }
}

TEST_CASE("a row that goes on on another page is not whole") {
  Folder folder;
  write(folder / "file", "PRAGMA page_size = 512", {{1, "short"}, {2, std::string(5'000, 'x')}, {3, "short"}});
  Opened opened(folder / "file");
  REQUIRE(opened.reader().find_first(1));
  CHECK(opened.reader().is_whole());
  REQUIRE(opened.reader().next());
  CHECK(!opened.reader().is_whole());
  CHECK(opened.reader().payload().empty());
  REQUIRE(opened.reader().next());
  CHECK(blob_of(opened.reader()) == "short");
}

TEST_CASE("files of other kinds are left to SQLite") {
  for (auto const* pragmas :
       {"PRAGMA journal_mode = WAL", "PRAGMA auto_vacuum = FULL", "PRAGMA encoding = 'UTF-16le'"}) {
    Folder folder;
    CAPTURE(pragmas);
    write(folder / "file", pragmas, {{1, "one"}});
    CHECK(!Opened(folder / "file").is_plain());
  }
}

TEST_CASE("without a read transaction nothing is read") {
  Folder folder;
  write(folder / "file", "PRAGMA page_size = 512", {{1, "one"}});
  SQLite::Database database((folder / "file").string(), SQLite::OPEN_READWRITE);
  PageFile pages(database.getHandle());
  CHECK(!pages.begin(1));
  database.exec("BEGIN IMMEDIATE; UPDATE t SET bytes = x'00'");
  CHECK(!pages.begin(1));
}

TEST_CASE("a damaged table is read without harm, to an end, or said to be damaged") {
  Folder folder;
  write(folder / "whole", "PRAGMA page_size = 512", random_table(300, 9));
  auto const whole = read_file(folder / "whole");
  auto next = numbers(12);
  int const rounds = quoth::test::is_sanitized ? 60 : 400;
  for (int round = 0; round < rounds; ++round) {
    auto bytes = whole;
    for (int i = 0; i < 1 + round % 40; ++i) {
      // Half of them in the heads of pages, where pointers are; the file's own header and schema stay.
      auto const page = 2 + next() % (bytes.size() / 512 - 2);
      bytes[page * 512 + next() % (i % 2 == 0 ? 24 : 512)] = static_cast<char>(next() >> (next() % 8));
    }
    if (round % 5 == 0) bytes.resize(bytes.size() - next() % 4'096);
    std::ofstream(folder / "file", std::ios::binary) << bytes;
    auto const tries = [](auto const& work) {
      try {
        work();
      } catch (SQLite::Exception const& failure) {
        CHECK(failure.getErrorCode() == SQLITE_CORRUPT);
      }
    };
    std::optional<Opened> opened;
    tries([&] { opened.emplace(folder / "file", round % 3 == 0 ? 0 : PageFile::most_that_sqlite_maps); });
    if (!opened || !opened->is_plain()) continue;
    auto& reader = opened->reader();
    tries([&] {
      std::optional<std::int64_t> before;
      for (bool more = reader.find_first(INT64_MIN); more; more = reader.next()) {
        CHECK((!before || *before < reader.key()));
        before = reader.key();
        if (reader.is_whole()) blob_of(reader);
      }
    });
    tries([&] {
      for (bool more = reader.find_last(INT64_MAX); more; more = reader.previous()) blob_of(reader);
    });
    for (int i = 0; i < 100; ++i)
      tries([&] {
        auto const key = static_cast<std::int64_t>(next() >> (next() % 64));
        auto prefetched = reader.prefetch_page(key);
        reader.prefetch_keys(prefetched);
        reader.prefetch_payload(prefetched);
        if (i % 2 == 0 ? reader.find_last(key) : reader.find_last(prefetched)) CHECK(reader.key() <= key);
        if (reader.find_first(key)) CHECK(reader.key() >= key);
      });
  }
}

namespace {

// Writes `bytes` into a page of the file, counted from 1, at `at`.
void patch(std::filesystem::path const& file, std::uint32_t page, std::size_t at, std::string const& bytes) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(static_cast<std::streamoff>(std::size_t{512} * (page - 1) + at));
  out << bytes;
}

std::string big_endian(std::uint32_t number, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>(number >> shift);
  return out;
}

// Reads the table from both ends and at keys between; returns the number of rows that were seen.
std::size_t rows_seen(std::filesystem::path const& file) {
  std::size_t seen = 0;
  auto const count = [&](auto const& read) {
    try {
      read();
    } catch (SQLite::Exception const& failure) {
      CHECK(failure.getErrorCode() == SQLITE_CORRUPT);
    }
  };
  Opened opened(file);
  auto& reader = opened.reader();
  count([&] {
    for (bool more = reader.find_first(0); more; more = reader.next()) ++seen;
  });
  count([&] {
    for (bool more = reader.find_last(1'000'000); more; more = reader.previous()) ++seen;
  });
  for (std::int64_t key = 0; key < 3'000; key += 7) count([&] { seen += reader.find_last(key) ? 1 : 0; });
  return seen;
}

}  // namespace

TEST_CASE("pages made to keep a reader busy are left soon") {
  Folder folder;
  Table table;
  for (std::int64_t key = 1; key <= 3'000; ++key) table.emplace(key, std::string(20, 'x'));
  write(folder / "whole", "PRAGMA page_size = 512", table);
  auto const root = static_cast<std::uint32_t>(SQLite::Database((folder / "whole").string(), SQLite::OPEN_READONLY)
                                                   .execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = 't'")
                                                   .getInt());
  auto const whole = rows_seen(folder / "whole");
  CHECK(whole > 6'000);
  auto const damaged = [&](std::size_t at, std::string const& bytes) {
    std::filesystem::copy_file(folder / "whole", folder / "damaged", std::filesystem::copy_options::overwrite_existing);
    patch(folder / "damaged", root, at, bytes);
    auto const seen = rows_seen(folder / "damaged");
    CHECK(seen <= whole);
    return seen;
  };
  // The last child is the root itself, the schema's page, a page beyond the file, or none.
  for (auto const child : {root, 1U, 0xffffffffU, 0U}) {
    CAPTURE(child);
    damaged(8, big_endian(child, 4));
  }
  // More cells than there are, up to as many as the page has room for pointers.
  for (auto const cells : {0U, 100U, 249U, 250U, 0xffffU}) {
    CAPTURE(cells);
    damaged(3, big_endian(cells, 2));
  }
  // All pointers lead to the same cell, to the page's end, or into the header.
  for (auto const cell : {500U, 511U, 0U, 0xffffU}) {
    CAPTURE(cell);
    std::string pointers;
    for (int i = 0; i < 20; ++i) pointers += big_endian(cell, 2);
    damaged(12, pointers);
  }
  // No page of a tree, or a page of an index.
  for (auto const type : {0, 2, 10, 13}) {
    CAPTURE(type);
    damaged(0, std::string(1, static_cast<char>(type)));
  }
}
