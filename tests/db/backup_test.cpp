// SPDX-License-Identifier: MIT
#include "db/backup.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tests/db/failing_files.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/db/store_uses.hpp"

using namespace quoth;
using quoth::db::back_up_store;
using quoth::db::restore_store;
using quoth::test::council_meeting;
using quoth::test::FailingFiles;
using quoth::test::files_in;
using quoth::test::Folder;
using quoth::test::read_file;
using quoth::test::speech;
using quoth::test::write_file;

namespace {

namespace fs = std::filesystem;

void fill(fs::path const& file, unsigned speeches, std::size_t words = 2'000) {
  auto store = Store::open_writable(file);
  store.ingest(council_meeting());
  for (unsigned i = 0; i < speeches; ++i) store.ingest(speech("speech-" + std::to_string(i), words, i));
}

// A store as a crash in the midst of a commit leaves it, with its journal.
void tear(fs::path const& from, fs::path const& to) {
  SQLite::Database writer(from.string(), SQLite::OPEN_READWRITE);
  writer.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = 2; BEGIN; UPDATE passage SET text = 'gone'");
  fs::copy_file(from, to, fs::copy_options::overwrite_existing);
  fs::copy_file(from.string() + "-journal", to.string() + "-journal");
  writer.exec("ROLLBACK");
}

void whole_with(fs::path const& file, std::string const& version) {
  auto const store = Store::open(file);
  CHECK(store.version() == version);
  CHECK(store.verify().empty());
}

}  // namespace

TEST_CASE("back_up_store: a copy of one state, beside an open bulk, replaces an older copy") {
  Folder folder;
  fill(folder / "store", 1);
  auto writer = Store::open_writable(folder / "store");
  auto const before = writer.version();
  writer.begin_bulk();
  writer.ingest(speech("waiting", 2'000, 7));
  CHECK(back_up_store(folder / "store", folder / "copy") == 2);
  whole_with(folder / "copy", before);
  writer.finish_bulk();
  CHECK(back_up_store(folder / "store", folder / "copy") == 3);
  whole_with(folder / "copy", writer.version());
  CHECK(fs::status(folder / "copy").permissions() == fs::status(folder / "store").permissions());
  CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("back_up_store, restore_store: tell what they do and how far they are") {
  Folder folder;
  fill(folder / "store", 20);
  std::vector<db::StoreStep> steps;
  double done = 0;
  auto const progress = [&](db::StoreStep step, std::optional<double> share) {
    bool const is_new = steps.empty() || steps.back() != step;
    if (is_new) steps.push_back(step);
    if (!share) return;
    CHECK(*share >= (is_new ? 0 : done));
    CHECK(*share <= 1);
    done = *share;
  };
  back_up_store(folder / "store", folder / "copy", {}, progress);
  REQUIRE_FALSE(steps.empty());
  CHECK(steps.front() == db::StoreStep::copying);
  CHECK(done == 1);
  steps.clear();
  restore_store(folder / "copy", folder / "store", {}, progress);
  CHECK((steps == std::vector{db::StoreStep::copying, db::StoreStep::proving}));
  CHECK(done == doctest::Approx(1));
}

TEST_CASE("back_up_store: another that writes all the time keeps no copy from being whole") {
  Folder folder;
  fill(folder / "store", 40, 20'000);
  std::jthread const another([&](std::stop_token const& stop) {
    auto store = Store::open_writable(folder / "store");
    for (unsigned i = 0; !stop.stop_requested(); ++i) store.ingest(speech("another", 50, i));
  });
  for (int i = 0; i < 3; ++i) {
    CHECK(back_up_store(folder / "store", folder / "copy") >= 41);
    CHECK(Store::open(folder / "copy").verify().empty());
  }
}

TEST_CASE("back_up_store: no other file is written over, and no copy made of a damaged store") {
  Folder folder;
  fill(folder / "store", 3);
  write_file(folder / "letter",
             "Dear Ida, this is no store, but longer than the header of one is, which is a hundred.");
  CHECK_THROWS_WITH_AS(back_up_store(folder / "store", folder / "letter"), doctest::Contains("is no quoth store"),
                       Error);
  CHECK_THROWS_WITH_AS(back_up_store(folder / "store", folder / "store"), doctest::Contains("is the same file"), Error);
  CHECK_THROWS_WITH_AS(back_up_store(folder / "store", folder.path()), doctest::Contains("is a directory"), Error);
  CHECK_THROWS_WITH_AS(back_up_store(folder / "store", folder / "no/such/folder"),
                       doctest::Contains("cannot be written"), Error);
  CHECK_THROWS_WITH_AS(back_up_store(folder / "missing", folder / "copy"), doctest::Contains("no such store"), Error);
  auto const whole = read_file(folder / "store");
  auto const root =
      static_cast<std::size_t>(SQLite::Database((folder / "store").string(), SQLite::OPEN_READONLY)
                                   .execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = 'passage'")
                                   .getInt64());
  auto damaged = whole;
  damaged.replace((root - 1) * 8192 + 3, 4, "\xff\xff\xff\xff");
  write_file(folder / "damaged", damaged);
  CHECK_THROWS_WITH_AS(back_up_store(folder / "damaged", folder / "copy"),
                       doctest::Contains("is damaged") /* and how to restore it */, StoreError);
  CHECK(read_file(folder / "store") == whole);
  CHECK(files_in(folder.path()) == 3);
}

TEST_CASE("back_up_store, restore_store: nothing but a store is written over, also through a link") {
  Folder folder;
  fill(folder / "store", 1);
  write_file(folder / "letter", "Dear Ida, this is no store.");
  write_file(folder / "byte", "1");
  SQLite::Database((folder / "other").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE member (name TEXT)");
  auto const other = read_file(folder / "other");
  for (auto const* target : {"letter", "byte", "other", "nowhere"}) {
    CAPTURE(target);
    fs::remove(folder / "link");
    fs::create_symlink(target, folder / "link");
    CHECK_THROWS_AS(back_up_store(folder / "store", folder / "link"), Error);
    CHECK_THROWS_AS(restore_store(folder / "store", folder / "link"), Error);
    CHECK(fs::is_symlink(folder / "link"));
  }
  CHECK_THROWS_AS(back_up_store(folder / "store", folder / "byte"), Error);
  CHECK_THROWS_AS(restore_store(folder / "store", folder / "byte"), Error);
  {
    // What cannot be looked at may be anything.
    FailingFiles const files(FailingFiles::Calls::opens, 1, SQLITE_CANTOPEN, FailingFiles::How::once);
    CHECK_THROWS_WITH_AS(back_up_store(folder / "store", folder / "letter"), doctest::Contains("cannot be read"),
                         Error);
  }
  CHECK(read_file(folder / "letter") == "Dear Ida, this is no store.");
  CHECK(read_file(folder / "byte") == "1");
  CHECK(read_file(folder / "other") == other);
  CHECK(files_in(folder.path()) == 5);
}

TEST_CASE("restore_store: a copy takes the place of what a crash left, and the journal goes away") {
  Folder folder;
  fill(folder / "first", 2);
  auto const version = Store::open(folder / "first").version();
  back_up_store(folder / "first", folder / "copy");
  fill(folder / "first", 30);
  tear(folder / "first", folder / "store");
  CHECK_THROWS_WITH_AS(Store::open(folder / "store"), doctest::Contains("quoth store restore COPY --store"), Error);
  auto const restored = restore_store(folder / "copy", folder / "store");
  CHECK(restored.faults.empty());
  CHECK(restored.sources == 3);
  whole_with(folder / "store", version);
  CHECK(files_in(folder.path()) == 3);
  Store::open_writable(folder / "store").ingest(speech("more", 500, 9));
  CHECK(Store::open(folder / "store").verify().empty());
}

TEST_CASE("restore_store: a store that is missing, empty, damaged, locked up by a log or behind a link is replaced") {
  Folder folder;
  fill(folder / "copy", 1);
  auto const version = Store::open(folder / "copy").version();
  auto const restores = [&](char const* file) {
    CHECK(restore_store(folder / "copy", folder / file).faults.empty());
    whole_with(folder / file, version);
  };
  restores("store");
  write_file(folder / "store", "");
  restores("store");
  auto damaged = read_file(folder / "copy");
  damaged.replace(200, damaged.size() - 200, damaged.size() - 200, '\xee');
  write_file(folder / "store", damaged);
  write_file(folder / "store-journal", "noise");
  write_file(folder / "store-wal", "noise");
  write_file(folder / "store-shm", "noise");
  restores("store");
  CHECK(files_in(folder.path()) == 2);
  // What lies beside a store that is gone.
  fs::remove(folder / "store");
  fs::create_symlink(folder / "copy", folder / "store-journal");
  restores("store");
  fs::create_symlink(folder / "store", folder / "link");
  restores("link");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(files_in(folder.path()) == 3);
}

TEST_CASE("restore_store: a copy that is not whole changes nothing") {
  Folder folder;
  fill(folder / "store", 1);
  fill(folder / "copy", 2);
  auto const before = read_file(folder / "store");
  SQLite::Database((folder / "copy").string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE passage SET text = replace(text, 'forty', 'fifty')");
  CHECK_FALSE(restore_store(folder / "copy", folder / "store").faults.empty());
  fill(folder / "large", 30);
  fs::remove(folder / "copy");
  tear(folder / "large", folder / "copy");
  CHECK_THROWS_WITH_AS(restore_store(folder / "copy", folder / "store"), doctest::Contains("an ingest was cut off"),
                       StoreError);
  write_file(folder / "letter",
             "Dear Ida, this is no store, but longer than the header of one is, which is a hundred.");
  CHECK_THROWS_AS(restore_store(folder / "letter", folder / "store"), Error);
  CHECK_THROWS_AS(restore_store(folder / "large", folder / "letter"), Error);
  CHECK_THROWS_AS(restore_store(folder / "store", folder / "store"), Error);
  CHECK(read_file(folder / "store") == before);
  CHECK(files_in(folder.path()) == 5);
}

TEST_CASE("restore_store: waits for readers, and who had the old store open cannot write into the new one") {
  Folder folder;
  fill(folder / "store", 1);
  fill(folder / "copy", 3);
  auto const version = Store::open(folder / "copy").version();
  auto idle = Store::open_writable(folder / "store");
  SQLite::Database reader((folder / "store").string(), SQLite::OPEN_READONLY);
  reader.exec("BEGIN; SELECT count(*) FROM source");
  auto const begin = std::chrono::steady_clock::now();
  std::jthread const end_it([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    reader.exec("COMMIT");
  });
  CHECK(restore_store(folder / "copy", folder / "store").faults.empty());
  CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(300));
  CHECK_THROWS_WITH_AS(idle.ingest(speech("late", 500, 1)), doctest::Contains("another file was put in its place"),
                       StoreError);
  whole_with(folder / "store", version);
}

TEST_CASE("back_up_store, restore_store: stopped at any moment they change nothing and leave no file") {
  Folder folder;
  fill(folder / "store", 200);
  fill(folder / "copy", 1);
  auto const before = read_file(folder / "copy");
  for (auto const* way : {"back up", "restore"}) {
    CAPTURE(way);
    for (int after = 0; after < 10; ++after) {
      CAPTURE(after);
      SQLite::Database reader((folder / "copy").string(), SQLite::OPEN_READONLY);  // the swap has to wait for it
      reader.exec("BEGIN; SELECT count(*) FROM source");
      int asked = 0;
      auto const stop = [&] { return ++asked > after; };
      auto const run = [&] {
        way == std::string("restore") ? restore_store(folder / "store", folder / "copy", stop).sources
                                      : back_up_store(folder / "store", folder / "copy", stop);
      };
      CHECK_THROWS_WITH_AS(run(), doctest::Contains("copy: stopped; nothing was put there"), Error);
      CHECK(read_file(folder / "copy") == before);
      CHECK(files_in(folder.path()) == 2);
    }
  }
}

TEST_CASE("restore_store: the owner, the group and the rights stay those of the store that is replaced") {
  if (geteuid() != 0) return;  // nobody else may give a file away
  Folder folder;
  fill(folder / "store", 1);
  fill(folder / "copy", 2);
  constexpr uid_t owner = 12345;
  constexpr gid_t group = 23456;
  REQUIRE(chown((folder / "store").c_str(), owner, group) == 0);
  fs::permissions(folder / "store", fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  CHECK(restore_store(folder / "copy", folder / "store").sources == 3);
  struct stat there {};
  REQUIRE(stat((folder / "store").c_str(), &there) == 0);
  CHECK(there.st_uid == owner);
  CHECK(there.st_gid == group);
  CHECK((there.st_mode & 07777) == 0640);
}
