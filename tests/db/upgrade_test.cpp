// SPDX-License-Identifier: MIT
#include "db/upgrade.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "quoth/error.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/db/store_uses.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::council_meeting;
using quoth::test::files_in;
using quoth::test::Folder;
using quoth::test::speech;

namespace {

void change(std::filesystem::path const& file, std::string const& sql) {
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
}

void make_store(std::filesystem::path const& file) {
  auto store = Store::open_writable(file);
  auto paged = council_meeting();
  paged.id = "paged";
  paged.date = "2031-05-02";
  paged.printed = {{0, 0, "12", 1}, {0, 20, "12", 2}, {1, 0, "12", 3}, {1, 40, "13", 1}, {4, 0, "S14", 0}};
  for (auto const& source : {council_meeting(), speech("long", 3'000, 3), paged, speech("gone", 200, 4)})
    store.ingest(source);
  store.add_ruling({0, RulingKind::alias, "Adaeze Okoro", "Her Worship", ""});
  store.add_ruling({0, RulingKind::merge, "Per Lindqvist", "Adaeze Okoro", ""});
  store.add_ruling({0, RulingKind::split, "Ana Abreu", "Ana Abreu the Younger", "long"});
  store.undo_ruling(store.add_ruling({0, RulingKind::alias, "Adaeze Okoro", "Ada", ""}));
  store.remove("gone");
}

// Makes the store one of format 5, as far as the tables go that are read of it.
void make_format_5(std::filesystem::path const& file) {
  change(
      file,
      "PRAGMA user_version = 5; DROP TRIGGER source_text; DROP TABLE heard_words; DROP TABLE heading; "
      "ALTER TABLE source DROP COLUMN kind; ALTER TABLE source DROP COLUMN author; "
      "ALTER TABLE source DROP COLUMN issuer; ALTER TABLE source DROP COLUMN language; "
      "ALTER TABLE source RENAME COLUMN made TO kind; "
      "CREATE TABLE real_passage AS SELECT number, label, utterance, first_word, CAST(start AS REAL) / 1000 AS start, "
      "CAST(start + lasts AS REAL) / 1000 AS stop, text FROM passage; "
      "DROP TABLE passage; ALTER TABLE real_passage RENAME TO passage");
}

void break_paged(std::filesystem::path const& file) {
  change(file,
         "DELETE FROM passage WHERE utterance = 1 AND label IN (SELECT label.number FROM label JOIN "
         "source ON source = source.number WHERE id = 'paged')");
}

// All that a store tells of what it holds, as text.
std::string answers_of(std::filesystem::path const& file) {
  auto const store = Store::open(file);
  std::string out = store.version();
  auto const add = [&](auto const&... parts) { ((out += ' ', out += parts), ...), out += '\n'; };
  auto const add_turn = [&](Turn const& turn) {
    add(std::to_string(turn.utterance), turn.label, turn.speaker, turn.role, turn.text,
        std::to_string(turn.start.value_or(-1)), std::to_string(turn.end.value_or(-1)), turn.heading);
    for (auto const& line : turn.printed) add(std::to_string(line.first_word), line.page, std::to_string(line.line));
  };
  for (auto const& source : store.sources()) {
    add(source.id, source.title, source.date, source.path, source.sha256, source.ingested,
        std::to_string(source.words));
    add(to_string(source.made), to_string(source.kind), source.author, source.issuer, source.language);
    for (auto const& turn : store.turns(source.number)) add_turn(turn);
  }
  for (auto const& ruling : store.rulings()) add(std::to_string(ruling.number), ruling.name, ruling.other);
  for (auto const& speaker : store.speakers()) add(speaker.name, std::to_string(speaker.utterances));
  for (auto const* words : {"forty thousand tonnes of silt", "thank you very much", "the harbour of the council"}) {
    Query query;
    query.words = words;
    query.speaker = "Her Worship";
    for (auto const& candidate : store.candidates(query)) {
      add(candidate.source.id, std::to_string(candidate.score), std::to_string(candidate.has_speaker));
      for (auto const& window : candidate.windows)
        for (auto const& turn : window.turns) add_turn(turn);
    }
  }
  return out;
}

struct Told {
  std::vector<std::string> lines;
  std::function<void(std::string const&)> take = [this](std::string const& line) { lines.push_back(line); };
};

TEST_CASE("upgrade_store: an older store whose index is damaged answers as it did") {
  Folder folder;
  make_store(folder / "store");
  auto const answers = answers_of(folder / "store");
  change(folder / "store", "PRAGMA user_version = 4; UPDATE posting SET chunks = x'ff00ff'; DELETE FROM segment");
  CHECK_THROWS_WITH_AS(Store::open(folder / "store"), doctest::Contains("quoth store upgrade --store"), Error);
  Told told;
  auto const counts = upgrade_store(folder / "store", folder / "newer", told.take);
  CHECK(counts.sources == 3);
  CHECK(counts.lost == 0);
  CHECK(told.lines.empty());
  CHECK(answers_of(folder / "newer") == answers);
  CHECK(Store::open(folder / "newer").verify().empty());
}

TEST_CASE("upgrade_store: of format 6 only the index is made anew") {
  Folder folder;
  make_store(folder / "store");
  auto const answers = answers_of(folder / "store");
  change(folder / "store", "PRAGMA user_version = 6; DELETE FROM posting; DELETE FROM segment");
  CHECK_THROWS_WITH_AS(Store::open(folder / "store"), doctest::Contains("quoth store upgrade --store"), Error);
  Told told;
  auto const counts = upgrade_store(folder / "store", folder / "newer", told.take);
  CHECK(counts.sources == 3);
  CHECK(told.lines.empty());
  CHECK(answers_of(folder / "newer") == answers);
  CHECK(Store::open(folder / "newer").verify().empty());
}

TEST_CASE("upgrade_store: of format 5 how sources were made is kept, and all that came later is empty") {
  Folder folder;
  make_store(folder / "store");
  {
    auto store = Store::open_writable(folder / "store");
    auto captions = speech("captions", 50, 5);
    captions.made = Made::captions;
    store.ingest(captions);
  }
  auto const answers = answers_of(folder / "store");
  make_format_5(folder / "store");
  CHECK_THROWS_WITH_AS(Store::open(folder / "store"), doctest::Contains("quoth store upgrade --store"), Error);
  CHECK(upgrade_store(folder / "store", folder / "newer", Told().take).lost == 0);
  CHECK(answers_of(folder / "newer") == answers);
  CHECK(Store::open_writable(folder / "newer").ingest(council_meeting()) == Ingested::unchanged);
}

TEST_CASE("upgrade_store: a document with its author, issuer, language and headings") {
  Folder folder;
  auto const report = test::weir_report();
  Store::open_writable(folder / "store").ingest(report);
  auto const answers = answers_of(folder / "store");
  CHECK(answers.find("written document Ida Moen Harrow Bay Audit Office en") != answers.npos);
  CHECK(upgrade_store(folder / "store", folder / "newer", Told().take).lost == 0);
  CHECK(answers_of(folder / "newer") == answers);
}

TEST_CASE("upgrade_store: what is ingested again is known, and numbers of rulings are not given again") {
  Folder folder;
  make_store(folder / "store");
  upgrade_store(folder / "store", folder / "newer", Told().take);
  auto store = Store::open_writable(folder / "newer");
  CHECK(store.ingest(council_meeting()) == Ingested::unchanged);
  CHECK(store.add_ruling({0, RulingKind::alias, "Adaeze Okoro", "Ada", ""}) == 5);
}

TEST_CASE("upgrade_store: a store from before rulings and printed lines") {
  Folder folder;
  {
    auto store = Store::open_writable(folder / "store");
    store.ingest(council_meeting());
  }
  auto const answers = answers_of(folder / "store");
  make_format_5(folder / "store");
  change(
      folder / "store",
      "DROP TABLE printed_line; DROP TABLE ruling; DROP INDEX label_by_printed; ALTER TABLE label DROP COLUMN printed; "
      "DROP TABLE posting; PRAGMA user_version = 1");
  CHECK(upgrade_store(folder / "store", folder / "newer", Told().take).sources == 1);
  CHECK(answers_of(folder / "newer") == answers);
}

TEST_CASE("upgrade_store_in_place: the older store stays beside the new one") {
  Folder folder;
  make_store(folder / "store");
  auto const answers = answers_of(folder / "store");
  change(folder / "store", "PRAGMA user_version = 4");
  upgrade_store_in_place(folder / "store", folder / "store.old", Told().take);
  CHECK(answers_of(folder / "store") == answers);
  CHECK_THROWS_AS(Store::open(folder / "store.old"), Error);
  CHECK(files_in(folder.path()) == 2);
  CHECK_THROWS_WITH_AS(upgrade_store_in_place(folder / "store", folder / "store.old", Told().take),
                       doctest::Contains("is there already"), Error);
}

TEST_CASE("upgrade_store_in_place: another that is writing keeps it out and loses nothing") {
  Folder folder;
  make_store(folder / "store");
  auto writer = Store::open_writable(folder / "store");
  writer.begin_bulk();
  writer.ingest(speech("late", 200, 5));
  CHECK_THROWS_WITH_AS(upgrade_store_in_place(folder / "store", folder / "store.old", Told().take),
                       doctest::Contains("store: another program is writing to it; try again when that has finished"),
                       Error);
  writer.finish_bulk();
  CHECK(Store::open(folder / "store").find("late"));
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("upgrade_store_in_place: nobody writes to the older store meanwhile, or afterwards without a word") {
  Folder folder;
  make_store(folder / "store");
  break_paged(folder / "store");
  auto writer = Store::open_writable(folder / "store");
  auto const counts = upgrade_store_in_place(folder / "store", folder / "store.old", [&](std::string const&) {
    CHECK_THROWS_WITH_AS(change(folder / "store", "BEGIN IMMEDIATE"), doctest::Contains("locked"), SQLite::Exception);
  });
  CHECK(counts.lost == 1);
  CHECK_THROWS_WITH_AS(writer.ingest(speech("late", 200, 5)), doctest::Contains("another file was put in its place"),
                       StoreError);
  CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("upgrade_store: the rights stay those of the older store") {
  using std::filesystem::perms;
  Folder folder;
  make_store(folder / "store");
  for (auto const rights : {perms::owner_read | perms::owner_write, perms(0640)}) {
    std::filesystem::permissions(folder / "store", rights);
    upgrade_store(folder / "store", folder / "newer", Told().take);
    upgrade_store_in_place(folder / "store", folder / "store.old", Told().take);
    for (auto const* file : {"store", "store.old", "newer"}) {
      CAPTURE(file);
      CHECK(std::filesystem::status(folder / file).permissions() == rights);
    }
    std::filesystem::remove(folder / "newer");
    std::filesystem::remove(folder / "store.old");
  }
}

TEST_CASE("upgrade_store: a source that does not hang together is left out and named, the others are kept") {
  Folder folder;
  make_store(folder / "store");
  break_paged(folder / "store");
  Told told;
  auto const counts = upgrade_store(folder / "store", folder / "newer", told.take);
  CHECK(counts.sources == 2);
  CHECK(counts.lost == 1);
  REQUIRE(told.lines.size() == 1);
  CHECK(told.lines.front() == "source paged: its text is not whole; ingest it again from meetings/april.txt");
  CHECK(Store::open(folder / "newer").verify().empty());
}

TEST_CASE("upgrade_store: a view in place of a table is not read") {
  Folder folder;
  make_store(folder / "store");
  change(
      folder / "store",
      "ALTER TABLE source RENAME TO kept; CREATE VIEW source AS WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x "
      "+ 1 FROM c) SELECT kept.* FROM kept, c");
  CHECK_THROWS_WITH_AS(upgrade_store(folder / "store", folder / "newer", Told().take),
                       doctest::Contains("its tables are not those of a store"), Error);
}

TEST_CASE("upgrade_store: when it is stopped nothing is left behind") {
  Folder folder;
  make_store(folder / "store");
  for (int const asked : {0, 1, 3}) {
    auto const stop = [left = asked]() mutable { return left-- == 0; };
    CHECK_THROWS_WITH_AS(upgrade_store(folder / "store", folder / "newer", Told().take, stop),
                         doctest::Contains("stopped; it stays as it is"), Error);
    CHECK_THROWS_AS(upgrade_store_in_place(folder / "store", folder / "store.old", Told().take, stop), Error);
  }
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("upgrade_store: no store, or a place that is taken, leaves nothing behind") {
  Folder folder;
  make_store(folder / "store");
  CHECK_THROWS_AS(upgrade_store(folder / "missing", folder / "newer", Told().take), Error);
  CHECK_THROWS_AS(upgrade_store(folder / "store", folder / "store", Told().take), Error);
  change(folder / "store", "PRAGMA foreign_keys = OFF; DROP TABLE passage");
  CHECK_THROWS_AS(upgrade_store(folder / "store", folder / "newer", Told().take), Error);
  CHECK(!std::filesystem::exists(folder / "newer"));
  CHECK(Store::open_writable(folder / "fresh").sources().empty());
}

}  // namespace
