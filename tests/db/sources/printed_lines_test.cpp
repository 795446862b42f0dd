// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using quoth::test::Folder;

namespace {

// Words enough for several chunks, then two turns on two pages.
Source hearing() {
  Source source;
  source.id = "hearing";
  source.speakers["MS. REED"] = {"Ana Reed", "", {}};
  source.utterances = {{"MS. REED", {}, {}, test::invented_speech(900, 3)},
                       {"MS. REED", {}, {}, "The sluice keeper never slept. The winch was broken in March."},
                       {"MS. REED", {}, {}, "Nobody mended it."}};
  source.printed = {{0, 0, "1", 1}, {1, 0, "12", 24}, {1, 31, "12", 25}, {2, 0, "13", 1}};
  return source;
}

std::vector<Turn> turns_with(Store const& store, std::string_view words) {
  Query query;
  query.words = words;
  auto const found = store.candidates(query);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].windows.size() == 1);
  return found[0].windows[0].turns;
}

}  // namespace

TEST_CASE("turns tell the page and line of their words") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.ingest(hearing());
  auto const turns = turns_with(store, "the winch was broken in March");
  auto const turn = std::ranges::find(turns, 1U, &Turn::utterance);
  REQUIRE(turn != turns.end());
  REQUIRE(turn->printed.size() == 2);
  CHECK(turn->printed[0].page == "12");
  CHECK(turn->printed[0].line == 24);
  CHECK(turn->printed[1].line == 25);
  CHECK(turn->printed[1].first_word == turn->first_word + 5);
  CHECK(turns.back().printed.front().page == "13");
  CHECK(store.verify().empty());
}

TEST_CASE("other pages are another content; without pages there are none") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto source = hearing();
  store.ingest(source);
  CHECK(store.ingest(source) == Ingested::unchanged);
  source.printed.clear();
  CHECK(store.ingest(source) == Ingested::replaced);
  for (auto const& turn : turns_with(store, "the winch was broken in March")) CHECK(turn.printed.empty());
}
