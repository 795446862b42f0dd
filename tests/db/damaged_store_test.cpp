// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/db/store_uses.hpp"

using namespace quoth;
using quoth::test::council_meeting;
using quoth::test::Folder;
using quoth::test::numbers;
using quoth::test::read_file;
using quoth::test::use_all;
using quoth::test::whole_meeting;
using quoth::test::write_file;

namespace {

std::string message_of(std::filesystem::path const& file) {
  try {
    Store::open(file);
  } catch (Error const& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a store whose index is of an older form is refused, also for writing, and stays as it is") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 4");
  auto const before = read_file(folder / "store");
  CHECK(message_of(folder / "store").find("older quoth; bring it up to date with `quoth store upgrade --store") !=
        std::string::npos);
  CHECK_THROWS_AS(Store::open_writable(folder / "store"), Error);
  CHECK(read_file(folder / "store") == before);
}

TEST_CASE("what cannot be opened is named with what to do") {
  Folder folder;
  CHECK(message_of(folder / "missing").find("no such store") != std::string::npos);
  CHECK(message_of(folder.path()).find("is a directory") != std::string::npos);
  write_file(folder / "text", "Good evening, everyone. This is no database, but it is longer than a header of one.");
  CHECK(message_of(folder / "text").find("no quoth store") != std::string::npos);
  write_file(folder / "empty", "");
  CHECK(message_of(folder / "empty").find("no quoth store") != std::string::npos);
  SQLite::Database((folder / "other").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE t (x)");
  CHECK(message_of(folder / "other").find("no quoth store") != std::string::npos);
  CHECK_THROWS_AS(Store::open_writable(folder / "other"), Error);
  CHECK_THROWS_AS(Store::open_writable(folder / "text"), Error);
  CHECK_THROWS_AS(Store::open_writable(folder / "no/such/folder"), Error);
}

TEST_CASE("a store made by a newer quoth is refused") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 1000");
  CHECK(message_of(folder / "store").find("newer quoth") != std::string::npos);
  CHECK_THROWS_AS(Store::open_writable(folder / "store"), Error);
}

TEST_CASE("random bytes and damaged files never crash") {
  Folder folder;
  auto next = numbers(7);
  for (int i = 0; i < 20; ++i) {
    std::string bytes(1 + next() % 20'000, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(next());
    if (i % 2 == 0) bytes.replace(0, std::min<std::size_t>(bytes.size(), 16), "SQLite format 3", 16);
    write_file(folder / "random", bytes);
    use_all(folder / "random");
  }
  Store::open_writable(folder / "store").ingest(whole_meeting());
  auto const whole = read_file(folder / "store");
  for (int i = 0; i < 100; ++i) {
    auto bytes = whole;
    for (int n = 0; n < 20; ++n) bytes[100 + next() % (bytes.size() - 100)] = static_cast<char>(next());
    write_file(folder / "damaged", i % 10 == 0 ? whole.substr(0, next() % whole.size()) : bytes);
    use_all(folder / "damaged");
  }
}

TEST_CASE("verify finds what was changed behind the store's back") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  CHECK(Store::open(folder / "store").verify().empty());
  auto const change = [&](char const* sql) {
    std::filesystem::copy_file(folder / "store", folder / "changed", std::filesystem::copy_options::overwrite_existing);
    SQLite::Database((folder / "changed").string(), SQLite::OPEN_READWRITE).exec(sql);
    return Store::open(folder / "changed").verify();
  };
  CHECK_FALSE(change("UPDATE passage SET text = replace(text, 'forty', 'fifty')").empty());
  CHECK_FALSE(change("DELETE FROM posting WHERE number = (SELECT max(number) FROM posting)").empty());
  CHECK_FALSE(change("DELETE FROM passage WHERE utterance = 1").empty());
  CHECK_FALSE(change("UPDATE posting SET chunks = CAST(x'05' || substr(chunks, 2) AS BLOB) "
                     "WHERE number = (SELECT max(number) FROM posting)")
                  .empty());
}

TEST_CASE("any byte of a store may be wrong") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(whole_meeting());
  auto const whole = read_file(folder / "store");
  // QUOTH_EVERY_BYTE=N tries each Nth; with 1, which takes an hour, all but those in the midst of unused space.
  auto const* const asked = std::getenv("QUOTH_EVERY_BYTE");
  std::size_t const step = asked != nullptr ? std::max(1UL, std::strtoul(asked, nullptr, 10)) : 397;
  std::string const unused(17, '\0');
  auto next = numbers(11);
  for (std::size_t at = 0; at < whole.size(); at += step) {
    if (step == 1 && whole.compare(std::max<std::size_t>(at, 8) - 8, unused.size(), unused) == 0) continue;
    CAPTURE(at);
    auto bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 + next() % 255));
    write_file(folder / "damaged", bytes);
    std::filesystem::remove(folder / "damaged-journal");
    use_all(folder / "damaged");
  }
}

TEST_CASE("a stored text that is not UTF-8 is named as damage") {
  Folder folder;
  for (auto const* bytes : {"x'ff'", "x'c0'", "x'80'", "x'e280'", "x'f4'", "x'fe'"}) {
    for (auto const* place : {"CAST(%s AS TEXT) || text", "text || CAST(%s AS TEXT)"}) {
      CAPTURE(bytes);
      std::filesystem::remove(folder / "store");
      Store::open_writable(folder / "store").ingest(council_meeting());
      auto change = std::string(place);
      change.replace(change.find("%s"), 2, bytes);
      SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE).exec("UPDATE passage SET text = " + change);
      auto const store = Store::open(folder / "store");
      Query query;
      query.words = "forty thousand tonnes of silt from the inner basin";
      CHECK_THROWS_WITH_AS(store.candidates(query), doctest::Contains("is damaged (a text that is not UTF-8)"),
                           StoreError);
      CHECK_FALSE(store.verify().empty());
      use_all(folder / "store");
    }
  }
}

TEST_CASE("names that are not UTF-8 do no harm") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  SQLite::Database db((folder / "store").string(), SQLite::OPEN_READWRITE);
  db.exec("UPDATE speaker SET name = name || CAST(x'e280' AS TEXT), aliases = CAST(x'f0' AS TEXT)");
  db.exec("UPDATE speaker_name SET name = name || CAST(x'f4' AS TEXT)");
  db.exec("UPDATE label SET label = CAST(x'c3' AS TEXT) || label || CAST(x'c3' AS TEXT), date = CAST(x'ff' AS TEXT)");
  db.exec("UPDATE source SET title = CAST(x'ff' AS TEXT), date = CAST(x'e2' AS TEXT), url = CAST(x'80' AS TEXT)");
  use_all(folder / "store");
}

TEST_CASE("numbers of chunks that cannot be are refused before anything is written") {
  Folder folder;
  for (auto const* sql : {
           "UPDATE segment SET last_chunk = 268435455",
           "UPDATE segment SET last_chunk = 268435456",
           "UPDATE segment SET first_chunk = 2147483647",
           "UPDATE segment SET first_chunk = -1",
           "UPDATE segment SET number = 4611686018427387904",
           "UPDATE segment SET words = -1",
           "UPDATE segment SET words = 9223372036854775807",
           "INSERT INTO segment SELECT number + 1, first_chunk, last_chunk, words, 0 FROM segment",
           "UPDATE counter SET value = 4294967295",
           "UPDATE counter SET value = -1",
           "UPDATE counter SET value = 1",
           "DELETE FROM counter",
           "UPDATE source SET first_chunk = 9223372036854775807",
           "UPDATE source SET chunks = 9223372036854775807",
           "UPDATE source SET chunks = -5",
       }) {
    CAPTURE(sql);
    std::filesystem::remove(folder / "store");
    Store::open_writable(folder / "store").ingest(council_meeting());
    SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE).exec(sql);
    auto const before = read_file(folder / "store");
    CHECK_THROWS_WITH_AS(Store::open_writable(folder / "store"), doctest::Contains("is damaged"), StoreError);
    CHECK(read_file(folder / "store") == before);
    use_all(folder / "store");
  }
}
