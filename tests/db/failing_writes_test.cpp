// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tests/db/failing_files.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using quoth::test::council_meeting;
using quoth::test::FailingFiles;
using quoth::test::Folder;
using quoth::test::invented_speech;

namespace {

Source speech(std::string const& id, std::size_t words, unsigned seed) {
  Source source;
  source.id = id;
  source.speakers["A"] = {"Ida Crewe", "", {}};
  source.utterances = {{"A", {}, {}, invented_speech(words, seed)}};
  return source;
}

// Puts `sources` speeches into the store as ingest does with JSON lines: in one bulk, and no longer once it fails.
void ingest_bulk(Store& store, std::string const& prefix, unsigned sources, std::size_t words) {
  store.begin_bulk();
  for (unsigned i = 0; i < sources; ++i) store.ingest(speech(prefix + std::to_string(i), words, i + 1));
  store.finish_bulk();
}

// Ingests two bulks with one Store while the Nth change of a file fails, for every N until none fails any more, and
// looks at what is left each time.
void fail_every_change(int code, FailingFiles::How how, unsigned sources, std::size_t words, long step) {
  Folder folder;
  long reached = 0;
  for (long nth = 1;; nth += step) {
    CAPTURE(nth);
    std::filesystem::remove(folder / "store");
    std::filesystem::remove(folder / "store-journal");
    Store::open_writable(folder / "store").ingest(council_meeting());
    bool failed = false;
    IngestCounts counts;
    {
      FailingFiles const files(FailingFiles::Calls::changes, nth, code, how);
      try {
        auto store = Store::open_writable(folder / "store");
        try {
          ingest_bulk(store, "first", 2, 200);
          ingest_bulk(store, "second", sources, words);
        } catch (Error const& error) {
          CHECK(dynamic_cast<StoreError const*>(&error) != nullptr);
        }
        counts = store.committed();
      } catch (Error const&) {
        // The store could not be opened.
      }
      failed = files.has_failed();
    }
    if (!failed) break;
    ++reached;
    // What could not be rolled back at once is when it is opened again.
    auto const store = Store::open(folder / "store", CutOffIngest::roll_back);
    CHECK(store.verify().empty());
    CHECK(store.stats().sources == 1 + counts.added);
    CHECK((counts.added == 0 || counts.added == 2 || counts.added == 2 + sources));
  }
  MESSAGE("changes of files that failed, one a run: ", reached);
  CHECK(reached > 5);
}

}  // namespace

TEST_CASE("a change of a file that fails once leaves a whole store and true counts") {
  fail_every_change(SQLITE_FULL, FailingFiles::How::once, 3, 500, 1);
  fail_every_change(SQLITE_IOERR_WRITE, FailingFiles::How::once, 3, 500, 1);
}

TEST_CASE("a disk that stays full leaves a whole store and true counts") {
  fail_every_change(SQLITE_FULL, FailingFiles::How::from_then_on, 3, 500, 1);
}

TEST_CASE("a temporary folder that fills up while a bulk is set aside gives the whole bulk up") {
  fail_every_change(SQLITE_FULL, FailingFiles::How::once, 12, 40'000, 97);
}

TEST_CASE("after a bulk that failed the next source is not taken for a part of it") {
  Folder folder;
  { Store::open_writable(folder / "store").ingest(speech("before", 300, 1)); }
  FailingFiles const files(FailingFiles::Calls::changes, 1, SQLITE_FULL, FailingFiles::How::once);
  auto store = Store::open_writable(folder / "store");
  CHECK_THROWS_AS(ingest_bulk(store, "lost", 2, 300), StoreError);
  store.begin_bulk();
  store.ingest(council_meeting());
  store.finish_bulk();
  CHECK(store.committed().added == 1);
  CHECK(store.stats().sources == 2);
  CHECK(store.verify().empty());
}
