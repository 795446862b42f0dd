// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "store_fixture.hpp"

using namespace quoth;
using quoth::test::council_meeting;
using quoth::test::Folder;
using quoth::test::numbers;

namespace {

std::string message_of(std::filesystem::path const& file) {
  try {
    Store::open(file);
  } catch (Error const& error) {
    return error.what();
  }
  return "";
}

void write_file(std::filesystem::path const& file, std::string const& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string read_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Whatever the file holds, every call answers or says what is wrong.
void use_all(std::filesystem::path const& file) {
  try {
    auto store = Store::open(file);
    for (auto const& source : store.sources()) store.turns(source.number);
    Query query;
    query.words = "forty thousand tonnes of silt from the inner basin";
    store.candidates(query);
    query.words = "thank you very much";
    store.candidates(query);
    store.coverage("Okoro");
    store.stats();
    store.verify();
  } catch (Error const& error) {
    CHECK(std::string(error.what()).find('\n') == std::string::npos);
  }
}

}  // namespace

TEST_CASE("a store whose index is of an older form is refused, also for writing, and stays as it is") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 4");
  auto const before = read_file(folder / "store");
  CHECK(message_of(folder / "store").find("older quoth; ingest its transcripts into a new store") != std::string::npos);
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
  Store::open_writable(folder / "store").ingest(council_meeting());
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
