// SPDX-License-Identifier: MIT
#include "db/search/chunk_owners.hpp"

#include <doctest/doctest.h>

#include "db/sources/source_reader.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using namespace quoth::test;

TEST_CASE("ChunkOwners: the chunks of a removed source are nobody's") {
  Folder const folder;
  auto store = Store::open_writable(folder / "store");
  for (char const* id : {"first", "second"}) store.ingest(speech(id, 900, 1));
  Connection first_connection(folder / "store", Access::read);
  auto const first = SourceReader(first_connection).by_id("first")->extent;
  store.remove("second");

  Connection connection(folder / "store", Access::read);
  ChunkOwners::Cache cache;
  ChunkOwners const owners(cache, connection);
  for (auto chunk = first.first_chunk; chunk < first.last_chunk; ++chunk) {
    REQUIRE(owners.find(chunk) != nullptr);
    CHECK(owners.find(chunk)->id == "first");
  }
  CHECK(owners.find(first.last_chunk) == nullptr);
  CHECK(owners.find(first.last_chunk + 1) == nullptr);
}
