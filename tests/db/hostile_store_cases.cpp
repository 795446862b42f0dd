// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <ctime>
#include <string>

#include "quoth/store.hpp"
#include "tests/data_cases.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/db/store_uses.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using quoth::test::DataCase;
using quoth::test::DataCases;
using quoth::test::Folder;

namespace {

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Far more than any of them takes, also under a sanitizer.
constexpr double most_seconds = 60;

void check_hostile(DataCase const& one) {
  Folder folder;
  {
    auto store = Store::open_writable(folder / "store");
    store.ingest(test::whole_meeting());
    store.ingest(test::speech("speech", 3'000, 1));
  }
  SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE).exec(one.text);
  auto const begin = processor_seconds();
  test::use_all(folder / "store");
  CHECK(processor_seconds() - begin < most_seconds);
}

DataCases const hostile_stores(test::block_cases(test::test_data("hostile-stores.txt")), check_hostile);

}  // namespace
