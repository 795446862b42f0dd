// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "db/sqlite/connection.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using quoth::test::council_meeting;
using quoth::test::Folder;
using quoth::test::speech;

TEST_CASE("a reader during an ingest sees the old state, then the new one") {
  Folder folder;
  auto writer = Store::open_writable(folder / "store");
  writer.ingest(council_meeting());
  auto reader = Store::open(folder / "store");
  writer.begin_bulk();
  for (unsigned i = 0; i < 20; ++i) writer.ingest(speech("speech-" + std::to_string(i), 2'000, i));
  CHECK(reader.stats().sources == 1);
  CHECK(Store::open(folder / "store").stats().sources == 1);
  writer.finish_bulk();
  CHECK(reader.stats().sources == 21);
  CHECK(reader.verify().empty());
}

// What a reader remembers of sources, speakers and texts is of the store as it was.
TEST_CASE("a reader that has answered sees what another writes") {
  Folder folder;
  auto writer = Store::open_writable(folder / "store");
  auto source = council_meeting();
  writer.ingest(source);
  auto const reader = Store::open(folder / "store");
  auto const best = [&] {
    Query query;
    query.words = "forty thousand tonnes of silt from the inner basin";
    query.speaker = "Ida Lindqvist";
    auto const found = reader.candidates(query);
    REQUIRE(found.size() == 1);
    return found.front();
  };
  auto const turn_of = [](Candidate const& candidate) {
    for (auto const& turn : candidate.windows.front().turns)
      if (turn.label == "MR. LINDQVIST") return turn;
    return Turn();
  };
  CHECK(!best().has_speaker);
  CHECK(turn_of(best()).speaker == "Per Lindqvist");
  source.title = "Harrow Bay council, corrected";
  source.speakers["MR. LINDQVIST"].name = "Ida Lindqvist";
  source.utterances[1].text.insert(0, "Well. ");
  writer.ingest(source);
  CHECK(best().has_speaker);
  CHECK(best().source.title == "Harrow Bay council, corrected");
  CHECK(turn_of(best()).speaker == "Ida Lindqvist");
  CHECK(turn_of(best()).text.starts_with("Well. Thank you, Mayor."));
  writer.add_ruling({0, RulingKind::merge, "Ida Lindqvist", "Adaeze Okoro", ""});
  CHECK(turn_of(best()).speaker == "Adaeze Okoro");
}

TEST_CASE("a bulk that is not finished changes nothing") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  {
    auto writer = Store::open_writable(folder / "store");
    writer.begin_bulk();
    writer.ingest(speech("speech", 500, 1));
    writer.remove("council-2031-04-02");
  }
  auto store = Store::open(folder / "store");
  CHECK(store.stats().sources == 1);
  CHECK(store.find("council-2031-04-02"));
  CHECK(store.verify().empty());
}

TEST_CASE("a source may come twice in a bulk") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.begin_bulk();
  CHECK(store.ingest(speech("speech", 3'000, 1)) == Ingested::added);
  CHECK(store.ingest(speech("speech", 3'000, 1)) == Ingested::unchanged);
  CHECK(store.ingest(speech("speech", 3'000, 2)) == Ingested::replaced);
  CHECK(store.remove("speech"));
  CHECK(store.ingest(speech("speech", 3'000, 3)) == Ingested::added);
  store.finish_bulk();
  CHECK(store.stats().sources == 1);
  CHECK(store.verify().empty());
}

TEST_CASE("after an ingest the store is one file, and is read where nothing may be written") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  auto files = std::filesystem::directory_iterator(folder.path());
  CHECK(std::distance(begin(files), end(files)) == 1);
  std::filesystem::permissions(folder / "store", std::filesystem::perms::owner_read);
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  auto first = Store::open(folder / "store");
  auto second = Store::open(folder / "store");
  CHECK(first.stats().sources == 1);
  CHECK(second.stats().sources == 1);
}

TEST_CASE("an ingest that was cut off leaves the store as it was") {
  Folder folder;
  {
    auto store = Store::open_writable(folder / "store");
    store.ingest(council_meeting());
    for (unsigned i = 0; i < 30; ++i) store.ingest(speech("speech-" + std::to_string(i), 2'000, i));
  }
  auto const before = Store::open(folder / "store").stats().words;
  SQLite::Database writer((folder / "store").string(), SQLite::OPEN_READWRITE);
  writer.exec(
      "PRAGMA synchronous = OFF; PRAGMA cache_size = 2; BEGIN; UPDATE passage SET text = 'gone'; "
      "DELETE FROM source WHERE number > 3");
  std::filesystem::copy_file(folder / "store", folder / "torn");
  std::filesystem::copy_file(folder / "store-journal", folder / "torn-journal");
  writer.exec("ROLLBACK");
  CHECK_THROWS_WITH_AS(Store::open(folder / "torn"), doctest::Contains("an ingest was cut off"), StoreError);
  auto store = Store::open(folder / "torn", CutOffIngest::roll_back);
  CHECK(store.stats().words == before);
  CHECK(store.verify().empty());
}

TEST_CASE("the revision changes with what is written, by whomever, and only then") {
  Folder folder;
  auto writer = Store::open_writable(folder / "store");
  writer.ingest(council_meeting());
  auto const reader = Store::open(folder / "store");
  auto const before = reader.revision();
  CHECK(reader.stats().sources == 1);
  CHECK(reader.revision() == before);
  auto const own = writer.revision();
  writer.ingest(speech("speech", 500, 1));
  CHECK(reader.revision() != before);
  CHECK(writer.revision() != own);
}

TEST_CASE("a reading holds the state at its beginning, whatever another writes") {
  Folder folder;
  auto writer = Store::open_writable(folder / "store");
  writer.ingest(council_meeting());
  auto store = Store::open(folder / "store");
  auto const before = store.revision();
  std::optional<Store::Reading> outer(store);
  std::optional<Store::Reading> inner(store);
  auto moved = std::move(store);
  writer.begin_bulk();
  writer.ingest(speech("speech", 500, 1));
  CHECK(moved.stats().sources == 1);
  inner.reset();
  CHECK(moved.sources().size() == 1);
  CHECK(moved.revision() == before);
  outer.reset();
  writer.finish_bulk();
  CHECK(moved.stats().sources == 2);
  CHECK(moved.revision() != before);
}

TEST_CASE("a reading that is moved or assigned to ends once") {
  Folder folder;
  auto writer = Store::open_writable(folder / "store");
  writer.ingest(council_meeting());
  auto const store = Store::open(folder / "store");
  Store::Reading first(store);
  auto second = std::move(first);
  first = Store::Reading(store);
  second = std::move(first);
  { auto const third = std::move(second); }
  CHECK(writer.ingest(speech("speech", 500, 1)) == Ingested::added);
  CHECK(store.stats().sources == 2);
}

TEST_CASE("a store that is held does not write, and one that writes in bulk is not held") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.ingest(council_meeting());
  {
    Store::Reading const reading(store);
    CHECK_THROWS_WITH_AS(store.ingest(speech("speech", 500, 1)), doctest::Contains("is held by a Reading"), Error);
    CHECK_THROWS_WITH_AS(store.remove("council-2031-04-02"), doctest::Contains("is held by a Reading"), Error);
    CHECK_THROWS_WITH_AS(store.begin_bulk(), doctest::Contains("is held by a Reading"), Error);
    CHECK(store.stats().sources == 1);
  }
  store.begin_bulk();
  CHECK_THROWS_WITH_AS(Store::Reading{store}, doctest::Contains("a bulk is open"), Error);
  store.ingest(speech("speech", 500, 1));
  store.finish_bulk();
  CHECK(store.stats().sources == 2);
}

namespace {

// Reads the store as another program does, until it goes or what it waits for has happened.
class Reader {
 public:
  explicit Reader(std::filesystem::path const& file) : database_(file.string(), SQLite::OPEN_READONLY) {
    database_.exec("BEGIN; SELECT count(*) FROM source");
  }
  void end_after(std::future<void> event) {
    thread_ = std::jthread([this, awaited = std::move(event)] {
      awaited.wait_for(std::chrono::minutes(1));
      database_.exec("COMMIT");
    });
  }

 private:
  SQLite::Database database_;
  std::jthread thread_;
};

}  // namespace

TEST_CASE("who reads for long loses nothing of what another writes, which waits and says so once") {
  Folder folder;
  std::vector<std::string> told;
  std::promise<void> tells;
  auto writer = Store::open_writable(folder / "store", [&](std::string const& line) {
    told.push_back(line);
    if (told.size() == 1) tells.set_value();
  });
  writer.ingest(council_meeting());
  CHECK(told.empty());
  Reader reader(folder / "store");
  writer.begin_bulk();
  for (unsigned i = 0; i < 3; ++i) writer.ingest(speech("speech-" + std::to_string(i), 2'000, i));
  CHECK(writer.committed().added == 1);
  reader.end_after(tells.get_future());
  writer.finish_bulk();
  CHECK(writer.committed().added == 4);
  REQUIRE(told.size() == 1);
  CHECK(told.front().find("another program is reading it") != std::string::npos);
  CHECK(Store::open(folder / "store").stats().sources == 4);
}

TEST_CASE("others write while a store is verified, which begins again and in the end keeps them waiting") {
  Folder folder;
  {
    auto store = Store::open_writable(folder / "store");
    store.begin_bulk();
    for (unsigned i = 0; i < 60; ++i) store.ingest(speech("speech-" + std::to_string(i), 20'000, i));
    store.finish_bulk();
  }
  std::size_t written = 0;
  std::jthread another([&](std::stop_token const& stop) {
    auto store = Store::open_writable(folder / "store");
    for (unsigned i = 0; !stop.stop_requested(); ++i) {
      store.ingest(speech("another-" + std::to_string(i), 100, i));
      ++written;
    }
  });
  CHECK(Store::open(folder / "store").verify().empty());
  another.request_stop();
  another.join();
  CHECK(written > 0);
  auto const store = Store::open(folder / "store");
  Store::Reading const held(store);
  CHECK(store.verify().empty());
}

TEST_CASE("a store is not verified within a bulk, of which it holds one half, but after it") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.ingest(council_meeting());
  store.begin_bulk();
  store.ingest(speech("speech", 500, 1));
  CHECK_THROWS_WITH_AS(store.verify(), doctest::Contains("a bulk is open; finish it"), Error);
  store.finish_bulk();
  CHECK(store.committed().added == 2);
  CHECK(store.verify().empty());
}

namespace {

// Its speakers take long to read.
void make_slow_store(std::filesystem::path const& file) {
  Store::open_writable(file).ingest(council_meeting());
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
      .exec(
          "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO label "
          "SELECT x + 1000, 1, 'L' || x, 1, '2031-04-02', 1, NULL FROM c LIMIT 100000");
}

}  // namespace

TEST_CASE("a reading that is to stop gives up what takes long, and the store answers again after it") {
  Folder folder;
  make_slow_store(folder / "store");
  auto const store = Store::open(folder / "store");
  bool is_over = false;
  {
    Store::Reading const reading(store, [&] { return is_over; });
    CHECK(store.speakers().size() == 3);
    is_over = true;
    CHECK_THROWS_WITH_AS(store.speakers(), doctest::Contains("took too long to read"), StoreError);
    CHECK(store.find("council-2031-04-02"));  // takes no time
  }
  CHECK(store.speakers().size() == 3);
  CHECK(Store::open_writable(folder / "store").remove("council-2031-04-02"));
}

TEST_CASE("a reading within another stops as it is to itself, and as the other is to, in whatever order they end") {
  Folder folder;
  make_slow_store(folder / "store");
  auto const store = Store::open(folder / "store");
  bool is_over = false;
  auto outer = std::make_optional<Store::Reading>(store, [&] { return is_over; });
  {
    auto const late = std::make_unique<bool>(true);
    Store::Reading const inner(store, [&late = *late] { return late; });
    CHECK_THROWS_WITH_AS(store.speakers(), doctest::Contains("took too long to read"), StoreError);
  }
  CHECK(store.speakers().size() == 3);
  is_over = true;
  {
    Store::Reading const inner(store, [] { return false; });
    CHECK_THROWS_WITH_AS(store.speakers(), doctest::Contains("took too long to read"), StoreError);
  }
  CHECK_THROWS_WITH_AS(store.speakers(), doctest::Contains("took too long to read"), StoreError);
  Store::Reading const last(store);
  outer.reset();
  CHECK(store.speakers().size() == 3);
}

namespace {
struct OfCaller {};
}  // namespace

// SQLite calls both functions from C code, through which no exception may pass.
TEST_CASE("what a caller's function throws while SQLite waits or reads comes back to the caller") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  {
    SQLite::Database reader((folder / "store").string(), SQLite::OPEN_READONLY);
    reader.exec("BEGIN; SELECT count(*) FROM source");
    auto writer = Store::open_writable(folder / "store", [](std::string const&) { throw OfCaller(); });
    CHECK_THROWS_AS(writer.ingest(speech("late", 500, 1)), OfCaller);
    reader.exec("COMMIT");
    CHECK(writer.ingest(speech("late", 500, 1)) == Ingested::added);
  }
  db::Connection reader(folder / "store", db::Access::read);
  reader.stop_when([]() -> bool { throw OfCaller(); });
  try {
    reader.database().exec("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
    FAIL("an endless statement has ended");
  } catch (SQLite::Exception const& failure) {
    CHECK_THROWS_AS(static_cast<void>(reader.error(failure)), OfCaller);
    CHECK(std::string(reader.error(failure).what()).find("took too long to read") != std::string::npos);
  }
}
