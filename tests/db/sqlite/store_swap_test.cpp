// SPDX-License-Identifier: MIT
#include "db/sqlite/store_swap.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/db/store_uses.hpp"

using namespace quoth;
using quoth::db::StoreSwap;
using quoth::test::council_meeting;
using quoth::test::files_in;
using quoth::test::Folder;
using quoth::test::read_file;
using quoth::test::write_file;

namespace fs = std::filesystem;

TEST_CASE("put_in_place: a folder in the way of what lies beside a store is refused, and the store stays") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  auto const store = read_file(folder / "store");
  for (auto const* beside : {"store-journal", "store-wal", "store-shm"}) {
    CAPTURE(beside);
    fs::create_directory(folder / beside);
    {
      StoreSwap swap(folder / "store");
      CHECK_THROWS_WITH_AS(swap.put_in_place(folder / "store"), doctest::Contains("is a directory; move it away"),
                           Error);
    }
    CHECK(read_file(folder / "store") == store);
    CHECK(files_in(folder.path()) == 2);
    fs::remove(folder / beside);
  }
}

// The new file goes away while the swap waits for a reader, so that its last step fails.
TEST_CASE("put_in_place: where the last step fails the old store and what lies beside it are back") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  auto const store = read_file(folder / "store");
  SQLite::Database reader((folder / "store").string(), SQLite::OPEN_READONLY);
  reader.exec("BEGIN; SELECT count(*) FROM source");
  std::array<char const*, 2> const beside{"store-journal", "store-wal"};
  for (auto const* file : beside) write_file(folder / file, file);
  auto const rights = fs::perms::owner_all;  // other than those of a new file
  fs::permissions(folder / "store", rights);
  StoreSwap swap(folder / "store");
  std::jthread const remove_it([&] {
    while (fs::status(swap.fresh()).permissions() != rights) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    fs::remove(swap.fresh());
    reader.exec("COMMIT");
  });
  CHECK_THROWS_WITH_AS(swap.put_in_place(folder / "store"), doctest::Contains("cannot be put in place"), Error);
  CHECK(read_file(folder / "store") == store);
  for (auto const* file : beside) CHECK(read_file(folder / file) == file);
  CHECK(files_in(folder.path()) == 3);
}
