// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "db/audit/audit_log.hpp"
#include "db/sqlite/store_schema.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tests/db/failing_files.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/db/store_uses.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::council_meeting;
using quoth::test::FailingFiles;
using quoth::test::Folder;
using quoth::test::read_file;
using quoth::test::write_file;

namespace {

namespace fs = std::filesystem;

std::string four_bytes(std::uint32_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift);
  return bytes;
}

constexpr std::uint32_t page_size = 8192;
constexpr std::uint32_t sector_size = 512;
std::string const magic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";

// A rollback journal without pages, so that SQLite finds it hot and plays it back.
std::string journal(std::uint32_t pages_of_store) {
  auto bytes = magic + four_bytes(0) + four_bytes(0) + four_bytes(pages_of_store) + four_bytes(sector_size) +
               four_bytes(page_size);
  bytes.resize(sector_size);
  return bytes;
}

// The same, naming a super-journal, which SQLite deletes when it has played the journal back.
std::string journal_that_deletes(std::string const& victim, std::uint32_t pages_of_store) {
  std::uint32_t sum = 0;
  for (auto const c : victim) sum += static_cast<std::uint32_t>(static_cast<signed char>(c));
  return journal(pages_of_store) + four_bytes(0x40000000 / page_size + 1) + victim +
         four_bytes(static_cast<std::uint32_t>(victim.size())) + four_bytes(sum) + magic;
}

std::uint32_t pages_of(fs::path const& file) { return static_cast<std::uint32_t>(fs::file_size(file) / page_size); }

std::string refusal(fs::path const& file, CutOffIngest cut_off = CutOffIngest::refuse) {
  try {
    Store::open(file, cut_off).stats();
  } catch (Error const& error) {
    return error.what();
  }
  return "";
}

bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a journal that names a file to be deleted is refused by readers and writers, and deletes nothing") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  write_file(folder / "victim", "precious");
  auto const bytes = journal_that_deletes((folder / "victim").string(), pages_of(folder / "store"));
  write_file(folder / "store-journal", bytes);
  CHECK(has(refusal(folder / "store"), "store-journal: is no journal of quoth's"));
  CHECK(has(refusal(folder / "store", CutOffIngest::roll_back), "store-journal: is no journal of quoth's"));
  CHECK_THROWS_AS(Store::open_writable(folder / "store"), Error);
  CHECK(read_file(folder / "victim") == "precious");
  CHECK(read_file(folder / "store-journal") == bytes);
}

TEST_CASE("the journal of an ingest that was cut off is played back only where that is allowed") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  auto const store = read_file(folder / "store");
  auto const bytes = journal(pages_of(folder / "store"));
  write_file(folder / "store-journal", bytes);
  CHECK(has(refusal(folder / "store"), "an ingest was cut off; open it once with"));
  CHECK(read_file(folder / "store-journal") == bytes);
  CHECK(read_file(folder / "store") == store);
  CHECK(refusal(folder / "store", CutOffIngest::roll_back) == "");
  CHECK_FALSE(fs::exists(folder / "store-journal"));
  CHECK(refusal(folder / "store") == "");
}

TEST_CASE("a journal that is a link or a pipe is refused") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  write_file(folder / "elsewhere", "precious");
  fs::create_symlink(folder / "elsewhere", folder / "store-journal");
  CHECK(has(refusal(folder / "store"), "a link or a device; remove it"));
  fs::remove(folder / "store-journal");
  REQUIRE(mkfifo((folder / "store-journal").c_str(), 0600) == 0);
  CHECK(has(refusal(folder / "store"), "a link or a device; remove it"));
  CHECK_THROWS_AS(Store::open_writable(folder / "store"), Error);
}

TEST_CASE("a store with a write-ahead log beside it, or in that mode, is refused and stays as it is") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  write_file(folder / "store-wal", "anything");
  CHECK(has(refusal(folder / "store"), "a write-ahead log lies beside it"));
  CHECK(read_file(folder / "store-wal") == "anything");
  fs::remove(folder / "store-wal");
  SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE).exec("PRAGMA journal_mode = WAL");
  auto const bytes = read_file(folder / "store");
  CHECK(has(refusal(folder / "store"), "PRAGMA journal_mode = DELETE"));
  CHECK_THROWS_AS(Store::open_writable(folder / "store"), Error);
  CHECK(read_file(folder / "store") == bytes);
  CHECK_FALSE(fs::exists(folder / "store-shm"));
}

TEST_CASE("what lies beside the file that a link leads to is refused as beside the file itself") {
  Folder folder;
  fs::create_directory(folder / "real");
  Store::open_writable(folder / "real/store").ingest(council_meeting());
  auto const pages = pages_of(folder / "real/store");
  fs::create_symlink("real/store", folder / "link");
  write_file(folder / "victim", "precious");
  write_file(folder / "real/store-journal", journal_that_deletes((folder / "victim").string(), pages));
  CHECK(has(refusal(folder / "link"), "store-journal: is no journal of quoth's"));
  CHECK(has(refusal(folder / "link", CutOffIngest::roll_back), "store-journal: is no journal of quoth's"));
  CHECK_THROWS_AS(Store::open_writable(folder / "link"), Error);
  CHECK(read_file(folder / "victim") == "precious");
  write_file(folder / "real/store-journal", journal(pages));
  CHECK(has(refusal(folder / "link"), "link: an ingest was cut off; open it once with"));
  CHECK(refusal(folder / "link", CutOffIngest::roll_back) == "");
  CHECK_FALSE(fs::exists(folder / "real/store-journal"));
  write_file(folder / "real/store-wal", "anything");
  CHECK(has(refusal(folder / "link"), "link: a write-ahead log lies beside it"));
  fs::remove(folder / "real/store-wal");
  SQLite::Database((folder / "real/store").string(), SQLite::OPEN_READWRITE).exec("PRAGMA journal_mode = WAL");
  CHECK(has(refusal(folder / "link"), "PRAGMA journal_mode = DELETE"));
  CHECK_THROWS_AS(Store::open_writable(folder / "link"), Error);
  CHECK_FALSE(fs::exists(folder / "real/store-shm"));
  CHECK_FALSE(fs::exists(folder / "real/store-wal"));
}

TEST_CASE("what cannot be looked at is an error, and no empty store") {
  Folder folder;
  write_file(folder / "byte", "1");
  CHECK(has(refusal(folder / "byte"), "is no quoth store"));
  CHECK_THROWS_WITH_AS(Store::open_writable(folder / "byte"), doctest::Contains("is no quoth store"), Error);
  fs::create_symlink("nowhere", folder / "dangling");
  fs::create_symlink("loop", folder / "loop");
  for (auto const* link : {"dangling", "loop"}) {
    CHECK(has(refusal(folder / link), "is a link that cannot be followed"));
    CHECK_THROWS_WITH_AS(Store::open_writable(folder / link), doctest::Contains("is a link that cannot be followed"),
                         Error);
  }
  CHECK_FALSE(fs::exists(folder / "nowhere"));
  Store::open_writable(folder / "store").ingest(council_meeting());
  FailingFiles const files(FailingFiles::Calls::opens, 1, SQLITE_CANTOPEN, FailingFiles::How::from_then_on);
  CHECK(has(refusal(folder / "store"), "store: cannot be read; check its rights"));
}

TEST_CASE("a pipe is no store, and is not waited for") {
  Folder folder;
  REQUIRE(mkfifo((folder / "store").c_str(), 0600) == 0);
  CHECK(has(refusal(folder / "store"), "is no file but a pipe or a device"));
  CHECK_THROWS_AS(Store::open_writable(folder / "store"), Error);
}

TEST_CASE("an audit's work file that is a link, has a foreign journal or a foreign schema is refused") {
  Folder folder;
  write_file(folder / "victim", "precious");
  fs::create_symlink(folder / "victim", folder / "work.db");
  CHECK_THROWS_WITH_AS(AuditLog(folder / "work.db"), doctest::Contains("is a link or no file"), Error);
  fs::remove(folder / "work.db");
  { AuditLog const log(folder / "work.db"); }
  write_file(folder / "work.db-journal", journal_that_deletes((folder / "victim").string(), 1));
  CHECK_THROWS_WITH_AS(AuditLog(folder / "work.db"), doctest::Contains("is no journal of quoth's"), Error);
  CHECK(read_file(folder / "victim") == "precious");
  fs::remove(folder / "work.db-journal");
  SQLite::Database((folder / "work.db").string(), SQLite::OPEN_READWRITE)
      .exec("CREATE TRIGGER more AFTER INSERT ON article BEGIN DELETE FROM result; END");
  CHECK_THROWS_WITH_AS(AuditLog(folder / "work.db"), doctest::Contains("is no work file of an audit"), Error);
}

TEST_CASE("a store has the tables of an empty one and nothing else") {
  Folder folder;
  { Store::open_writable(folder / "store"); }
  SQLite::Database empty((folder / "store").string(), SQLite::OPEN_READONLY);
  CHECK(has_store_schema(empty));
}

TEST_CASE("a store with a view, a trigger, a generated column or a table too many is refused") {
  Folder folder;
  for (auto const* sql : {
           "ALTER TABLE source RENAME TO kept; CREATE VIEW source AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT "
           "x + 1 FROM c) SELECT kept.* FROM kept, c",
           "CREATE TRIGGER more AFTER INSERT ON source BEGIN DELETE FROM counter; END",
           "DROP TABLE segment; CREATE TABLE segment (number INTEGER PRIMARY KEY, first_chunk INTEGER AS (1), "
           "last_chunk "
           "INTEGER AS (2), words INTEGER AS (length(hex(zeroblob(300000000)))), dead_words INTEGER AS (0))",
           // Of a name that SQLite keeps for itself.
           "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_more', 'source', 0, "
           "'CREATE TRIGGER sqlite_more AFTER INSERT ON source BEGIN DELETE FROM counter; END')",
           "CREATE TABLE another (x)",
           "DROP INDEX source_by_chunk",
           "DROP TABLE segment",
       }) {
    CAPTURE(sql);
    fs::remove(folder / "store");
    Store::open_writable(folder / "store").ingest(council_meeting());
    SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE).exec(sql);
    CHECK(has(refusal(folder / "store"), "its tables are not those of a store"));
    CHECK_THROWS_AS(Store::open_writable(folder / "store"), StoreError);
  }
}

TEST_CASE("a value too long to be quoth's is not read") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE source SET title = hex(zeroblob(20000000))");
  CHECK_THROWS_AS(Store::open(folder / "store").sources(), StoreError);
}

// A system's lock of a file ends when the process closes any descriptor of it.
TEST_CASE("to open a store again leaves the lock of who reads it as it is") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  auto const file = open((folder / "store").c_str(), O_RDWR);  // before all others: it is closed after them
  REQUIRE(file >= 0);
  auto const is_locked = [&] {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000;
    lock.l_len = 512;
    REQUIRE(fcntl(file, F_OFD_GETLK, &lock) == 0);
    return lock.l_type != F_UNLCK;
  };
  {
    auto const store = Store::open(folder / "store");
    CHECK_FALSE(is_locked());
    Store::Reading const reading(store);
    CHECK(is_locked());
    Store::open(folder / "store").stats();
    CHECK(is_locked());
    CHECK_THROWS_AS(Store::open(folder / "missing"), Error);
    Store::open_writable(folder / "store");
    CHECK(is_locked());
  }
  CHECK_FALSE(is_locked());
  close(file);
}

TEST_CASE("a store that was cut short since it was opened is damaged, and not read beyond its end") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  auto const store = Store::open(folder / "store");
  Query query;
  query.words = "forty thousand tonnes of silt from the inner basin";
  CHECK(store.candidates(query).size() == 1);
  fs::resize_file(folder / "store", std::uintmax_t{3} * page_size);
  CHECK_THROWS_WITH_AS(store.candidates(query), doctest::Contains("is damaged"), StoreError);
  fs::resize_file(folder / "store", 0);
  CHECK_THROWS_AS(store.candidates(query), StoreError);
}
