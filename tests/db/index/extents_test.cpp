// SPDX-License-Identifier: MIT
#include "db/index/extents.hpp"

#include <doctest/doctest.h>

#include <cstdint>

#include "db/index/posting_rows.hpp"
#include "quoth/error.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::Folder;

namespace {

constexpr std::int64_t last_chunk = RowKey::last_chunk;

}  // namespace

TEST_CASE("numbers of chunks that a store's tables hold are refused beyond the first and the last chunk there can be") {
  Folder const folder;
  Store::open_writable(folder / "store").ingest(quoth::test::council_meeting());
  Connection const connection(folder / "store", Access::read);

  CHECK(chunk_range(connection, 0, last_chunk).last == RowKey::last_chunk);
  CHECK(chunk_range(connection, 7, 7).first == 7);
  CHECK_THROWS_AS(chunk_range(connection, -1, 7), StoreError);
  CHECK_THROWS_AS(chunk_range(connection, 8, 7), StoreError);
  CHECK_THROWS_AS(chunk_range(connection, 0, last_chunk + 1), StoreError);

  CHECK(extent_of(connection, 1, 0, last_chunk + 1).last_chunk == last_chunk + 1);
  CHECK(extent_of(connection, 1, last_chunk + 1, 0).first_chunk == last_chunk + 1);
  CHECK_THROWS_AS(extent_of(connection, 1, -1, 1), StoreError);
  CHECK_THROWS_AS(extent_of(connection, 1, 0, -1), StoreError);
  CHECK_THROWS_AS(extent_of(connection, 1, 1, last_chunk + 1), StoreError);
  CHECK_THROWS_AS(extent_of(connection, 1, last_chunk + 2, 0), StoreError);
}
