// SPDX-License-Identifier: MIT
// What a store keeps of a source besides its words: how it was made, what it is, who wrote it, its headings.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using quoth::test::Folder;
using quoth::test::weir_report;

namespace {

void change(std::filesystem::path const& file, char const* sql) {
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
}

TEST_CASE("a document keeps its kind, author, issuer and language") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.ingest(weir_report());
  auto const record = store.sources().front();
  CHECK(record.kind == SourceKind::document);
  CHECK(record.author == "Ida Moen");
  CHECK(record.issuer == "Harrow Bay Audit Office");
  CHECK(record.language == "en");
  Query query;
  query.words = "lost nine of its forty gates";
  auto const found = store.candidates(query);
  REQUIRE(found.size() == 1);
  CHECK(found[0].source.kind == SourceKind::document);
  CHECK(found[0].source.issuer == "Harrow Bay Audit Office");
}

TEST_CASE("each way in which a source may be made is kept") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  for (auto const made :
       {Made::spoken, Made::edited, Made::prepared, Made::captions, Made::asr, Made::written, Made::ocr}) {
    auto source = weir_report();
    source.made = made;
    store.ingest(source);
    CHECK(store.sources().front().made == made);
  }
}

TEST_CASE("turns tell the heading they stand under, and their page") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto const report = weir_report();
  store.ingest(report);
  Query query;
  query.words = "its keeper's house stands empty";
  auto const all = store.turns(store.sources().front().number);
  auto const found = store.candidates(query);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].windows.size() == 1);
  for (auto const& turns : {all, found[0].windows[0].turns}) {
    REQUIRE(turns.size() == report.utterances.size());
    for (auto const& turn : turns) {
      CHECK(turn.heading == report.utterances[turn.utterance].heading);
      REQUIRE(turn.printed.size() == 1);
      CHECK(turn.printed[0].page == (turn.utterance < 2 ? "1" : "2"));
    }
  }
  CHECK(store.verify().empty());
}

TEST_CASE("whatever a source tells of itself is part of its content") {
  Folder folder;
  std::vector<std::function<void(Source&)>> const changes{
      [](Source& source) { source.made = Made::ocr; },
      [](Source& source) { source.kind = SourceKind::transcript; },
      [](Source& source) { source.author = "Ida Berg"; },
      [](Source& source) { source.issuer.clear(); },
      [](Source& source) { source.language = "nn"; },
      [](Source& source) { source.utterances[2].heading = "The house"; },
      [](Source& source) {
        source.utterances[0].words.assign(9, {1.0, {}});
      },
  };
  auto store = Store::open_writable(folder / "store");
  for (auto const& change_one : changes) {
    auto source = weir_report();
    source.id = "changing";
    store.ingest(source);
    CHECK(store.ingest(source) == Ingested::unchanged);
    change_one(source);
    CHECK(store.ingest(source) == Ingested::replaced);
  }
}

TEST_CASE("a transcript has the digest that it had before sources had kinds") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.ingest(test::council_meeting());
  CHECK(store.version() == "f511c8f6300487f2");
}

TEST_CASE("verify finds fields and headings that cannot be") {
  Folder folder;
  for (auto const* sql : {
           "UPDATE source SET kind = 'leaflet'",
           "UPDATE source SET made = 'carved'",
           "UPDATE source SET author = CAST(x'ff' AS TEXT)",
           "UPDATE heading SET heading = CAST(x'ff' AS TEXT)",
           "UPDATE heading SET utterance = utterance + 10",
       }) {
    CAPTURE(sql);
    std::filesystem::remove(folder / "store");
    Store::open_writable(folder / "store").ingest(weir_report());
    change(folder / "store", sql);
    CHECK_FALSE(Store::open(folder / "store").verify().empty());
  }
}

TEST_CASE("a source of an unknown kind is named as damage") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(weir_report());
  change(folder / "store", "UPDATE source SET made = 'carved'");
  CHECK_THROWS_WITH_AS(Store::open(folder / "store").sources(),
                       doctest::Contains("is damaged (a source of an unknown kind)"), StoreError);
}

}  // namespace
