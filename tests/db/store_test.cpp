// SPDX-License-Identifier: MIT
#include "quoth/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "quoth/error.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using quoth::test::council_meeting;
using quoth::test::Folder;

TEST_CASE("a source is read back as it was given") {
  Folder folder;
  auto meeting = council_meeting();
  Store::open_writable(folder / "store").ingest(meeting);
  auto store = Store::open(folder / "store");
  auto record = store.find(meeting.id);
  REQUIRE(record);
  CHECK(record->title == meeting.title);
  CHECK(record->date == meeting.date);
  CHECK(record->sha256 == "ab");
  CHECK(record->path == "meetings/april.txt");
  CHECK(record->ingested.size() == 20);
  CHECK(record->utterances == 5);
  auto turns = store.turns(record->number);
  REQUIRE(turns.size() == 5);
  for (std::size_t i = 0; i < turns.size(); ++i) {
    CHECK(turns[i].utterance == i);
    CHECK(turns[i].text == meeting.utterances[i].text);
    CHECK(turns[i].label == meeting.utterances[i].speaker);
    CHECK(turns[i].start == meeting.utterances[i].start);
  }
  CHECK(turns[0].speaker == "Adaeze Okoro");
  CHECK(turns[0].role == "Mayor of Harrow Bay");
  CHECK(turns[0].aliases == std::vector<std::string>{"the mayor"});
  CHECK(turns[2].speaker.empty());
  CHECK(turns[3].speaker == "Q");
}

TEST_CASE("ingesting the same content again changes nothing") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto meeting = council_meeting();
  CHECK(store.ingest(meeting) == Ingested::added);
  CHECK(store.ingest(meeting) == Ingested::unchanged);
  meeting.utterances[0].text = "Good evening.";
  CHECK(store.ingest(meeting) == Ingested::replaced);
  CHECK(store.stats().sources == 1);
  CHECK(store.candidates({.words = "the ferry terminal will not close"}).empty());
  CHECK(store.remove(meeting.id));
  CHECK_FALSE(store.remove(meeting.id));
  CHECK(store.stats().words == 0);
  CHECK(store.stats().people == 0);
  CHECK(store.verify().empty());
}

TEST_CASE("a passage is found with its speaker and its context") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.ingest(council_meeting());
  auto found = store.candidates({.words = "forty thousand tonnes of silt from the inner basin in six weeks"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].source.id == "council-2031-04-02");
  CHECK(found[0].score == doctest::Approx(1));
  REQUIRE(found[0].windows.size() == 1);
  auto const& turns = found[0].windows[0].turns;
  REQUIRE(turns.size() == 5);
  CHECK(turns[1].speaker == "Per Lindqvist");
  CHECK(turns[1].first_word == 16);
}

TEST_CASE("coverage has each language of a speaker's sources once, in order") {
  Folder const folder;
  auto store = Store::open_writable(folder / "quotes.db");
  for (auto const& [id, language] : {std::pair{"a", "en"}, {"b", "de"}, {"c", "en"}, {"d", "de-AT"}}) {
    Source source;
    source.id = id;
    source.language = language;
    source.speakers["S"] = {"Ada Quill", "", {}};
    source.utterances = {{"S", {}, {}, std::string("The tide will turn for ") + id + "."}};
    store.ingest(source);
  }
  CHECK(store.coverage("Ada Quill").languages == std::vector<std::string>{"de", "de-AT", "en"});
}

TEST_CASE("coverage answers by person") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.ingest(council_meeting());
  for (auto const* name : {"Adaeze Okoro", "Mayor Okoro", "Okoro", "A. Okoro", "the mayor", "mayor of Harrow Bay"}) {
    CAPTURE(name);
    auto coverage = store.coverage(name);
    CHECK(coverage.sources == 1);
    CHECK(coverage.utterances == 2);
    CHECK(coverage.first_date == "2031-04-02");
  }
  CHECK(store.coverage("Ada Lovelace").sources == 0);
  CHECK(store.coverage("").sources == 0);
}

TEST_CASE("an empty store and an empty query have no candidates") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  CHECK(store.candidates({.words = "anything at all"}).empty());
  store.ingest(council_meeting());
  CHECK(store.candidates({.words = ""}).empty());
  CHECK(store.candidates({.words = "… — !"}).empty());
}

TEST_CASE("a speaker of more names than anybody has is refused, and one in a store is damage") {
  Folder folder;
  auto source = council_meeting();
  auto& aliases = source.speakers["MAYOR OKORO"].aliases;
  for (int i = 0; i < 1'000; ++i) aliases.push_back("the mayor of day " + std::to_string(i));
  auto store = Store::open_writable(folder / "store");
  CHECK_THROWS_WITH_AS(store.ingest(source), doctest::Contains("over 1000 aliases"), Error);
  store.ingest(council_meeting());
  SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE)
      .exec(
          "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 2000) "
          "UPDATE speaker SET aliases = (SELECT group_concat('Okoro ' || x, char(10)) FROM c)");
  Query query;
  query.words = "the ferry terminal will not close in November";
  CHECK_THROWS_WITH_AS(Store::open(folder / "store").candidates(query), doctest::Contains("too many names"),
                       StoreError);
}

TEST_CASE("ingest: an id with a NUL, which no command line could name, is refused") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto source = council_meeting();
  source.id = std::string("two\0parts", 9);
  CHECK_THROWS_WITH_AS(store.ingest(source), doctest::Contains("its id has a NUL in it"), Error);
  CHECK(store.sources().empty());
}

TEST_CASE("same_content names another source with the same content, the first by its id") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto source = council_meeting();
  CHECK_FALSE(store.same_content(source));
  store.ingest(source);
  CHECK_FALSE(store.same_content(source));
  for (auto const* id : {"other", "another"}) {
    source.id = id;
    store.ingest(source);
  }
  CHECK(store.same_content(source) == "council-2031-04-02");
  source.id = council_meeting().id;
  CHECK(store.same_content(source) == "another");
  source.utterances[0].text += " Truly.";
  CHECK_FALSE(store.same_content(source));
}

TEST_CASE("a store whose journal's name would be too long is refused before it is made") {
  Folder folder;
  auto const name = std::string(250, 'a');
  CHECK_THROWS_WITH_AS(Store::open_writable(folder.path() / name), doctest::Contains("its name is too long, as "),
                       Error);
  CHECK(std::filesystem::is_empty(folder.path()));
  CHECK_THROWS_WITH_AS(Store::open_writable(folder.path() / std::string(300, 'a')),
                       doctest::Contains("cannot be read ("), Error);
  Store::open_writable(folder.path() / std::string(247, 'a')).ingest(council_meeting());
}

TEST_CASE("verify: a folder of temporary files that is missing is named") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(council_meeting());
  auto const* const before = std::getenv("TMPDIR");
  std::string const kept = before == nullptr ? "" : before;
  setenv("TMPDIR", (folder / "none").c_str(), 1);
  CHECK_THROWS_WITH_AS(Store::open(folder / "store").verify(), doctest::Contains("TMPDIR names no folder"), Error);
  before == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", kept.c_str(), 1);
}

TEST_CASE("ingest in bulk: a source that SQLite refuses keeps out none of those before and behind it") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto source = council_meeting();
  store.begin_bulk();
  store.ingest(source);
  source.id = "endless-title";
  source.title = std::string(17UL << 20U, 'a');  // more than a row of a store may have
  CHECK_THROWS_WITH_AS(store.ingest(source), doctest::Contains("of over 16 MiB; shorten it"), Error);
  source.id = "last";
  source.title = "The last one";
  store.ingest(source);
  store.finish_bulk();
  CHECK(store.find("council-2031-04-02"));
  CHECK_FALSE(store.find("endless-title"));
  CHECK(store.find("last"));
  CHECK(store.verify().empty());
}
