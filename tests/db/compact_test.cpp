// SPDX-License-Identifier: MIT
#include "db/compact.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <thread>

#include "db/index/posting_index.hpp"
#include "quoth/error.hpp"
#include "tests/db/failing_files.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::council_meeting;
using quoth::test::FailingFiles;
using quoth::test::Folder;
using quoth::test::speech;
using quoth::test::weir_report;

namespace {

// A store of several segments, with removed sources in them, and free pages.
void make_store(std::filesystem::path const& file) {
  auto store = Store::open_writable(file);
  store.begin_bulk();
  store.ingest(council_meeting());
  for (unsigned i = 0; i < 12; ++i) store.ingest(speech("early-" + std::to_string(i), 2'000, i));
  store.finish_bulk();
  store.ingest(weir_report());
  store.ingest(speech("late", 900, 40));
  store.ingest(speech("last", 150, 41));
  for (unsigned i = 0; i < 2; ++i) store.remove("early-" + std::to_string(2 * i));
}

// What it answers, texts and scores. Odds are left out, which count removed sources until their postings are dropped.
std::string answers_of(Store const& store) {
  std::string out = store.version();
  for (auto const& source : store.sources())
    for (auto const& turn : store.turns(source.number)) out += source.id + ' ' + turn.speaker + ' ' + turn.text + '\n';
  for (unsigned seed = 0; seed < 8; ++seed) {
    auto const words = test::invented_speech(25, seed);
    Query query;
    query.words = words;
    for (auto const& candidate : store.candidates(query))
      out += candidate.source.id + ' ' + std::to_string(candidate.score) + '\n';
  }
  return out;
}

std::string answers_of(std::filesystem::path const& file) { return answers_of(Store::open(file)); }

std::size_t segments_of(std::filesystem::path const& file) {
  Connection connection(file, Access::read);
  return PostingIndex(connection).state().segments.size();
}

std::int64_t free_pages(std::filesystem::path const& file) {
  return Connection(file, Access::read).pragma("freelist_count");
}

}  // namespace

TEST_CASE("a compact store has one segment, nothing removed and no free page, and answers the same") {
  Folder folder;
  auto const file = folder / "store";
  make_store(file);
  auto const before = answers_of(file);
  CHECK(segments_of(file) > 1);
  auto const counts = compact_store(file);
  CHECK(counts.bytes_after < counts.bytes_before);
  CHECK(counts.bytes_after == std::filesystem::file_size(file));
  CHECK((answers_of(file) == before));
  CHECK(Store::open(file).verify().empty());
  CHECK(free_pages(file) == 0);
  {
    Connection connection(file, Access::read);
    auto const state = PostingIndex(connection).state();
    CHECK(state.segments.size() == 1);
    CHECK(state.dead.empty());
  }
  auto const again = compact_store(file);
  CHECK(again.bytes_before == counts.bytes_after);
  CHECK(again.bytes_after == counts.bytes_after);
}

TEST_CASE("making a store compact tells what is done and how far it is") {
  Folder folder;
  auto const file = folder / "store";
  make_store(file);
  double done = 0;
  compact_store(file, [&](StoreStep step, std::optional<double> share) {
    CHECK(share.has_value() == (step == StoreStep::merging));
    if (!share) return;
    CHECK(*share > done);
    done = *share;
  });
  CHECK(done == 1);
  compact_store(file, [&](StoreStep, std::optional<double>) { FAIL("there is nothing to do"); });
}

TEST_CASE("a compact store takes sources and gives them up like any other") {
  Folder folder;
  auto const file = folder / "store";
  make_store(file);
  compact_store(file);
  auto store = Store::open_writable(file);
  CHECK(store.ingest(council_meeting()) == Ingested::unchanged);
  store.ingest(speech("new", 700, 50));
  CHECK(store.remove("early-1"));
  CHECK(store.verify().empty());
  for (auto const& source : store.sources()) store.remove(source.id);
  compact_store(file);
  CHECK(store.verify().empty());
  CHECK(store.stats().sources == 0);
  CHECK(store.ingest(council_meeting()) == Ingested::added);
}

TEST_CASE("an empty store is compact, and none is made") {
  Folder folder;
  { auto const store = Store::open_writable(folder / "store"); }
  auto const counts = compact_store(folder / "store");
  CHECK(counts.bytes_before == counts.bytes_after);
  CHECK_THROWS_WITH_AS(compact_store(folder / "missing"), doctest::Contains("no such store"), Error);
  CHECK_FALSE(std::filesystem::exists(folder / "missing"));
}

TEST_CASE("a reader goes on while the store is made compact, and after") {
  Folder folder;
  auto const file = folder / "store";
  make_store(file);
  auto const reader = Store::open(file);
  auto const before = answers_of(reader);
  std::thread other([&] { compact_store(file); });
  for (int i = 0; i < 20; ++i) CHECK((answers_of(reader) == before));
  other.join();
  CHECK((answers_of(reader) == before));
  CHECK(free_pages(file) == 0);
}

TEST_CASE("a store is made compact once another has finished writing") {
  Folder folder;
  auto const file = folder / "store";
  make_store(file);
  auto writer = Store::open_writable(file);
  writer.begin_bulk();
  writer.ingest(speech("meanwhile", 400, 60));
  std::thread other([&] { compact_store(file); });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  writer.finish_bulk();
  other.join();
  auto const store = Store::open(file);
  CHECK(store.find("meanwhile"));
  CHECK(store.verify().empty());
  CHECK(free_pages(file) == 0);
}

TEST_CASE("a compacting that fails at any change of a file leaves a whole store that answers the same") {
  Folder folder;
  auto const file = folder / "store";
  make_store(folder / "origin");
  auto const expected = answers_of(folder / "origin");
  for (auto const how : {FailingFiles::How::once, FailingFiles::How::from_then_on}) {
    long reached = 0;
    long merged = 0;
    for (long nth = 1;; nth += 1 + nth / 8) {
      CAPTURE(nth);
      std::filesystem::remove(folder / "store-journal");
      std::filesystem::copy_file(folder / "origin", file, std::filesystem::copy_options::overwrite_existing);
      bool failed = false;
      std::string message;
      {
        FailingFiles const files(FailingFiles::Calls::changes, nth, SQLITE_FULL, how);
        try {
          compact_store(file);
        } catch (Error const& error) {
          CHECK(files.has_failed());
          message = error.what();
        }
        failed = files.has_failed();
      }
      auto const store = Store::open(file, CutOffIngest::roll_back);
      CHECK(store.verify().empty());
      CHECK((answers_of(store) == expected));
      if (!failed) break;
      ++reached;
      if (segments_of(file) > 1) continue;
      ++merged;
      CHECK(message.find("nothing of this was kept") == std::string::npos);
    }
    CHECK(reached > 5);
    CHECK(merged > 0);
  }
}

TEST_CASE("a compacting that is killed leaves a whole store that answers the same") {
  Folder folder;
  auto const file = folder / "store";
  make_store(folder / "origin");
  auto const expected = answers_of(folder / "origin");
  int killed = 0;
  for (int wait = 0; wait < 12; ++wait) {
    CAPTURE(wait);
    std::filesystem::remove(folder / "store-journal");
    std::filesystem::copy_file(folder / "origin", file, std::filesystem::copy_options::overwrite_existing);
    auto const process = fork();
    REQUIRE(process >= 0);
    if (process == 0) {
      try {
        compact_store(file);
      } catch (...) {
        _exit(1);
      }
      _exit(0);
    }
    usleep(static_cast<useconds_t>(wait * wait * 400));
    kill(process, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(process, &status, 0) == process);
    killed += WIFSIGNALED(status) ? 1 : 0;
    auto const store = Store::open(file, CutOffIngest::roll_back);
    CHECK(store.verify().empty());
    CHECK((answers_of(store) == expected));
  }
  CHECK(killed > 0);
}
