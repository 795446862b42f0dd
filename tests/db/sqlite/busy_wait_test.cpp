// SPDX-License-Identifier: MIT
#include "db/sqlite/busy_wait.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <stdexcept>

#include "db/sqlite/connection.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using namespace quoth::test;

TEST_CASE("BusyWait: a wait for another program's lock ends when it is to stop, or when that throws") {
  Folder const folder;
  Store::open_writable(folder / "store");
  Connection connection(folder / "store", Access::read);
  SQLite::Database other((folder / "store").string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN EXCLUSIVE");
  int asked = 0;
  connection.stop_when([&] { return ++asked == 3; });
  CHECK_THROWS_AS(connection.pragma("schema_version"), SQLite::Exception);
  CHECK(asked == 3);
  connection.stop_when([]() -> bool { throw std::runtime_error("no"); });
  CHECK_THROWS_AS(connection.pragma("schema_version"), SQLite::Exception);
}
