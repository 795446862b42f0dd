// SPDX-License-Identifier: MIT
// What a store is after any call to the system, any allocation or the power failed while it was written: as it was
// before or as it is after, and what was said to be done is done. QUOTH_EVERY_FAULT=1 tries
// each N and takes some minutes; else a few.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <new>
#include <string>
#include <vector>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tests/db/failing_files.hpp"
#include "tests/db/failing_memory.hpp"
#include "tests/db/power_loss.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/sanitized.hpp"

using namespace quoth;
using quoth::test::council_meeting;
using quoth::test::FailingFiles;
using quoth::test::FailingMemory;
using quoth::test::Folder;
using quoth::test::PowerLoss;
using quoth::test::speech;
using quoth::test::weir_report;

namespace {

namespace fs = std::filesystem;

bool every_fault() { return std::getenv("QUOTH_EVERY_FAULT") != nullptr; }

// How far the next N is from the last one, of those `stride` apart that an ordinary run tries.
long next_after(long stride) {
  if (every_fault()) return 1;
  return quoth::test::is_sanitized ? 3 * stride + 1 : stride;
}

void ingest_in_bulk(Store& store, std::string const& prefix) {
  store.begin_bulk();
  for (unsigned seed = 1; seed <= 3; ++seed) store.ingest(speech(prefix + std::to_string(seed), 300, seed));
  store.finish_bulk();
}

// What ingest and its kin do to a store: each is one transaction.
std::vector<std::function<void(Store&)>> const& steps() {
  static std::vector<std::function<void(Store&)>> const all{
      [](Store& store) { store.ingest(council_meeting()); },
      [](Store& store) { ingest_in_bulk(store, "first"); },
      [](Store& store) { ingest_in_bulk(store, "second"); },
      [](Store& store) {
        auto other = council_meeting();
        other.utterances[0].text = "The ferry terminal will close in December.";
        store.ingest(other);
      },
      [](Store& store) { store.remove("first2"); },
      [](Store& store) {
        Ruling ruling;
        ruling.kind = RulingKind::alias;
        ruling.name = "Adaeze Okoro";
        ruling.other = "Ana Abreu";
        store.add_ruling(ruling);
      },
  };
  return all;
}

std::string message_of_verify(Store const& store) {
  std::string all;
  for (auto const& fault : store.verify()) all += fault + "\n";
  return all;
}

// The store's versions before the first step and after each.
std::vector<std::string> const& versions() {
  static std::vector<std::string> const all = [] {
    Folder folder;
    Store::open_writable(folder / "store").ingest(weir_report());
    auto store = Store::open_writable(folder / "store");
    std::vector<std::string> versions{store.version()};
    for (auto const& step : steps()) {
      step(store);
      versions.push_back(store.version());
    }
    return versions;
  }();
  return all;
}

// A store with one source, made anew before each run.
class Fixture {
 public:
  Fixture() {
    Store::open_writable(file()).ingest(weir_report());
    std::ifstream in(file(), std::ios::binary);
    bytes_ = {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path file() const { return folder_ / "store"; }

  void make_anew() const {
    fs::remove(folder_ / "store-journal");
    std::ofstream(file(), std::ios::binary) << bytes_;
  }

 private:
  Folder folder_;
  std::string bytes_;
};

// Does the steps from `begin` on until one fails; counts those that are done.
void go_on(fs::path const& file, std::size_t& done) {
  try {
    auto store = Store::open_writable(file);
    for (; done < steps().size(); ++done) steps()[done](store);
  } catch (Error const& error) {
    CHECK(std::string(error.what()).find('\n') == std::string::npos);
  } catch (std::bad_alloc const&) {
    // As good as an Error: the program says so and ends.
  }
}

// What is left after a failure holds what was said to be done, and work can go on. A step that was done all the same
// may be kept where `may_be_further`.
void check_what_is_left(fs::path const& file, std::size_t done, bool may_be_further) {
  std::string version;
  {
    auto const store = Store::open(file, CutOffIngest::roll_back);
    CHECK(message_of_verify(store) == "");
    version = store.version();
  }
  if (may_be_further && done < steps().size() && version == versions()[done + 1]) ++done;
  CHECK(version == versions()[done]);
  go_on(file, done);
  CHECK(done == steps().size());
  CHECK(Store::open(file).version() == versions().back());
}

// Runs `attempt` for every N, or every `stride`th, until nothing fails in it any more. It begins with a store made
// anew, counts the steps that are done, and returns whether anything failed.
void fail_each(std::string const& what, long stride,
               std::function<bool(fs::path const&, long nth, std::size_t& done)> const& attempt) {
  Fixture const fixture;
  versions();
  long runs = 0;
  long nth = 1;
  for (;; nth += next_after(stride)) {
    CAPTURE(what);
    CAPTURE(nth);
    fixture.make_anew();
    std::size_t done = 0;
    bool const failed = attempt(fixture.file(), nth, done);
    if (!failed) CHECK(done == steps().size());
    check_what_is_left(fixture.file(), done, false);
    if (!failed) break;
    ++runs;
  }
  MESSAGE(what, ": ", runs, " runs in which one failed, up to the one before number ", nth);
  CHECK(runs > 0);
}

void fail_each_call(std::string const& what, FailingFiles::Calls calls, int code, long stride,
                    FailingFiles::How how = FailingFiles::How::once) {
  fail_each(what, stride, [&](fs::path const& file, long nth, std::size_t& done) {
    FailingFiles const files(calls, nth, code, how);
    go_on(file, done);
    return files.has_failed();
  });
}

// All that a reader may ask, as one text.
std::string answers(fs::path const& file) {
  auto const store = Store::open(file);
  std::string all = store.version();
  for (auto const* words : {"nine of its forty gates since the spring flood", "the council will not close the road"}) {
    Query query;
    query.words = words;
    for (auto const& candidate : store.candidates(query)) {
      all += candidate.source.id + " " + std::to_string(candidate.score) + "\n";
      for (auto const& window : candidate.windows)
        for (auto const& turn : window.turns) all += turn.speaker + ": " + turn.text + "\n";
    }
    all += std::to_string(store.odds(words).log_probability) + "\n";
  }
  for (auto const& speaker : store.speakers()) all += speaker.name + "\n";
  for (auto const& source : store.sources()) all += std::to_string(store.turns(source.number).size()) + "\n";
  all += std::to_string(store.coverage("Ana Abreu").sources);
  // It says what it could not read.
  static_cast<void>(store.verify());
  return all;
}

// Runs `attempt` for every N as above; what it reads is right or refused. `attempt` returns whether anything failed.
void read_while_each_fails(std::string const& what, long stride,
                           std::function<bool(fs::path const&, long nth, std::string& answer)> const& attempt) {
  Fixture const fixture;
  std::size_t done = 0;
  go_on(fixture.file(), done);
  auto const right = answers(fixture.file());
  long runs = 0;
  long nth = 1;
  for (;; nth += next_after(stride)) {
    CAPTURE(what);
    CAPTURE(nth);
    auto answer = right;
    bool const failed = attempt(fixture.file(), nth, answer);
    CHECK(answer == right);
    if (!failed) break;
    ++runs;
  }
  MESSAGE(what, ": ", runs, " runs in which one failed, up to the one before number ", nth);
  CHECK(runs > 0);
}

// What `answers` gives, or `right` unchanged where it is refused.
void try_answers(fs::path const& file, std::string& right) {
  try {
    right = answers(file);
  } catch (Error const& error) {
    CHECK(std::string(error.what()).find('\n') == std::string::npos);
  } catch (std::bad_alloc const&) {
    // As good as an Error: the program says so and ends.
  }
}

}  // namespace

TEST_CASE("faults: a change of a file that fails") {
  fail_each_call("a write, a truncation or a sync, by an error", FailingFiles::Calls::changes, SQLITE_IOERR_WRITE, 11);
  fail_each_call("a write, a truncation or a sync, for want of room", FailingFiles::Calls::changes, SQLITE_FULL, 11);
  fail_each_call("a write of which half is made", FailingFiles::Calls::half_writes, SQLITE_FULL, 13);
  fail_each_call("everything from a change on", FailingFiles::Calls::changes, SQLITE_IOERR_WRITE, 17,
                 FailingFiles::How::from_then_on);
}

TEST_CASE("faults: another call on a file that fails") {
  fail_each_call("a read", FailingFiles::Calls::reads, SQLITE_IOERR_READ, 7);
  fail_each_call("an opening", FailingFiles::Calls::opens, SQLITE_CANTOPEN, 1);
  fail_each_call("a removal", FailingFiles::Calls::removals, SQLITE_IOERR_DELETE, 1);
  fail_each_call("a look at a file", FailingFiles::Calls::looks, SQLITE_IOERR_FSTAT, 5);
  fail_each_call("a lock", FailingFiles::Calls::locks, SQLITE_IOERR_LOCK, 5);
}

TEST_CASE("faults: an allocation of SQLite's that fails") {
  fail_each("an allocation", 83, [](fs::path const& file, long nth, std::size_t& done) {
    FailingMemory const memory(nth);
    go_on(file, done);
    return memory.has_failed();
  });
}

TEST_CASE("faults: what is read is right or refused") {
  auto const fail_calls = [](std::string const& what, FailingFiles::Calls calls, int code) {
    read_while_each_fails(what, 5, [&](fs::path const& file, long nth, std::string& answer) {
      FailingFiles const files(calls, nth, code, FailingFiles::How::once);
      try_answers(file, answer);
      return files.has_failed();
    });
  };
  fail_calls("a read of a reader", FailingFiles::Calls::reads, SQLITE_IOERR_READ);
  fail_calls("a look of a reader", FailingFiles::Calls::looks, SQLITE_IOERR_FSTAT);
  fail_calls("a lock of a reader", FailingFiles::Calls::locks, SQLITE_IOERR_LOCK);
  read_while_each_fails("an allocation of a reader", 41, [](fs::path const& file, long nth, std::string& answer) {
    FailingMemory const memory(nth);
    try_answers(file, answer);
    return memory.has_failed();
  });
}

TEST_CASE("faults: the power goes") {
  Fixture const fixture;
  versions();
  long changes = 0;
  {
    fixture.make_anew();
    PowerLoss disk(1'000'000, 1);
    std::size_t done = 0;
    go_on(fixture.file(), done);
    CHECK(done == steps().size());
    changes = disk.changes();
  }
  auto next = quoth::test::numbers(3);
  int const crashes = every_fault() ? 1'000 : quoth::test::is_sanitized ? 20 : 60;
  for (int crash = 0; crash < crashes; ++crash) {
    auto const nth = 1 + static_cast<long>(next() % static_cast<std::uint64_t>(changes + 1));
    CAPTURE(crash);
    CAPTURE(nth);
    fixture.make_anew();
    std::size_t done = 0;
    {
      PowerLoss disk(nth, static_cast<std::uint64_t>(crash) + 1);
      go_on(fixture.file(), done);
      CHECK((disk.has_happened() || done == steps().size()));
      disk.leave_what_was_kept();
    }
    check_what_is_left(fixture.file(), done, true);
  }
  MESSAGE("crashes: ", crashes, ", each at one of ", changes, " changes");
}
