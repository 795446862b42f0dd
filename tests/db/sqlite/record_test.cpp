// SPDX-License-Identifier: MIT
#include "db/sqlite/record.hpp"

#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>

#include <string>

#include "tests/db/store_fixture.hpp"

using namespace quoth::db;
using namespace std::string_view_literals;

TEST_CASE("a varint ends with a byte below 128, or is nine bytes long") {
  CHECK(sqlite_varint("\x07\xff") == std::pair<std::uint64_t, std::size_t>{7, 1});
  CHECK(sqlite_varint("\x81\x00"sv) == std::pair<std::uint64_t, std::size_t>{128, 2});
  CHECK(sqlite_varint("\xff\xff\xff\xff\xff\xff\xff\xff\xfe\x01").first == 0xfffffffffffffffe);
  CHECK(sqlite_varint("\xff\xff\xff\xff\xff\xff\xff\xff\xfe").second == 9);
  CHECK(sqlite_varint("\xff\xff").second == 0);
  CHECK(sqlite_varint("").second == 0);
}

TEST_CASE("columns have the values that SQLite stores") {
  // NULL, -2, 300, 0, 1, NULL, a blob and a text.
  Record record("\x09\x00\x01\x02\x08\x09\x00\x10\x13\xfe\x01\x2c\x05\x06you"sv);
  record.null();
  CHECK(record.integer() == -2);
  CHECK(record.integer() == 300);
  CHECK(record.integer() == 0);
  CHECK(record.integer() == 1);
  CHECK(!record.integer_or_null());
  CHECK(record.blob() == "\x05\x06"sv);
  CHECK(record.text() == "you");
  CHECK_THROWS_AS(record.integer(), SQLite::Exception);
}

TEST_CASE("an integer may have eight bytes") {
  Record record("\x02\x06\x80\x00\x00\x00\x00\x00\x00\x01"sv);
  CHECK(record.integer() == INT64_MIN + 1);
}

TEST_CASE("a column of another kind than asked for is damage") {
  CHECK_THROWS_AS(Record("\x02\x01\x07"sv).blob(), SQLite::Exception);
  CHECK_THROWS_AS(Record("\x02\x01\x07"sv).null(), SQLite::Exception);
  CHECK_THROWS_AS(Record("\x02\x0f\x61"sv).integer(), SQLite::Exception);
  CHECK_THROWS_AS(Record("\x02\x0f\x61"sv).blob(), SQLite::Exception);
  CHECK_THROWS_AS(Record("\x02\x0e\x61"sv).text(), SQLite::Exception);
  CHECK_THROWS_AS(Record("\x02\x00"sv).integer(), SQLite::Exception);
}

TEST_CASE("any bytes are a record that ends") {
  auto next = quoth::test::numbers(11);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(next() % 24, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(round % 2 == 0 ? next() : next() % 16);
    try {
      Record record(bytes);
      for (int i = 0; i < 30; ++i) {
        auto const kind = next() % 4;
        if (kind == 0) record.integer_or_null();
        if (kind == 1) record.integer();
        auto const taken = kind == 2 ? record.blob() : kind == 3 ? record.text() : std::string_view();
        CHECK(taken.size() <= bytes.size());
      }
    } catch (SQLite::Exception const&) {
      // It is said to be none.
    }
  }
}
