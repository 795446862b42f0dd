// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "quoth/error.hpp"
#include "tests/db/store_fixture.hpp"

using quoth::Ruling;
using quoth::RulingKind;
using quoth::Source;
using quoth::Store;
using quoth::test::Folder;

namespace {

Source talk(std::string id, std::string const& speaker, std::string text) {
  Source source;
  source.id = std::move(id);
  source.date = "2031-05-01";
  source.speakers["S"] = {speaker, "", {}};
  source.utterances = {{"S", {}, {}, std::move(text)}};
  return source;
}

std::string speaker_of(Store const& store, char const* id) { return store.turns(store.find(id)->number)[0].speaker; }

std::vector<std::string> aliases_in(Store const& store, char const* id) {
  return store.turns(store.find(id)->number)[0].aliases;
}

struct Talks {
  Folder folder;
  Store store = Store::open_writable(folder / "store");

  Talks() {
    store.ingest(talk("a", "Nora Vik", "The lamp on the pier will burn all winter."));
    store.ingest(talk("b", "Nora Vik-Aune", "Nobody rows past the pier without a lamp."));
    store.ingest(talk("c", "Nora Vik", "I keep bees and I never was on that council."));
  }
};

}  // namespace

TEST_CASE("add_ruling: an alias finds the speaker, also in what is ingested later") {
  Talks talks;
  talks.store.add_ruling({0, RulingKind::alias, "Nora Vik", "the Lamplighter", ""});
  CHECK(talks.store.coverage("the Lamplighter").sources == 2);
  talks.store.ingest(talk("d", "Nora Vik", "One more lamp was bought."));
  CHECK(talks.store.coverage("the Lamplighter").sources == 3);
  CHECK(aliases_in(talks.store, "d") == std::vector<std::string>{"the Lamplighter"});
}

TEST_CASE("add_ruling: merged speakers answer to both names") {
  Talks talks;
  talks.store.add_ruling({0, RulingKind::merge, "Nora Vik-Aune", "Nora Vik", ""});
  CHECK(speaker_of(talks.store, "b") == "Nora Vik");
  CHECK(aliases_in(talks.store, "a") == std::vector<std::string>{"Nora Vik-Aune"});
  CHECK(talks.store.coverage("Nora Vik-Aune").sources == 3);
}

TEST_CASE("add_ruling: the last of a chain of merges answers to every name") {
  Talks talks;
  talks.store.ingest(talk("d", "Eleonora Vik", "The ferry waits for nobody."));
  talks.store.add_ruling({0, RulingKind::merge, "Nora Vik-Aune", "Nora Vik", ""});
  talks.store.add_ruling({0, RulingKind::merge, "Nora Vik", "Eleonora Vik", ""});
  CHECK(aliases_in(talks.store, "d") == std::vector<std::string>{"Nora Vik-Aune", "Nora Vik"});
  CHECK(speaker_of(talks.store, "b") == "Eleonora Vik");
}

TEST_CASE("add_ruling: a split takes one source's speaker away from the name") {
  Talks talks;
  talks.store.add_ruling({0, RulingKind::alias, "Nora Vik", "the Lamplighter", ""});
  talks.store.add_ruling({0, RulingKind::split, "Nora Vik", "Nora Sand", "c"});
  CHECK(speaker_of(talks.store, "a") == "Nora Vik");
  CHECK(speaker_of(talks.store, "c") == "Nora Sand");
  CHECK(aliases_in(talks.store, "c").empty());
  CHECK(talks.store.coverage("the Lamplighter").sources == 1);
}

TEST_CASE("undo_ruling: the store is as it was before") {
  Talks talks;
  auto const version = talks.store.version();
  for (auto const& ruling : {Ruling{0, RulingKind::alias, "Nora Vik", "the Lamplighter", ""},
                             Ruling{0, RulingKind::merge, "Nora Vik-Aune", "Nora Vik", ""},
                             Ruling{0, RulingKind::split, "Nora Vik", "Nora Sand", "c"}}) {
    auto const number = talks.store.add_ruling(ruling);
    CHECK(talks.store.version() != version);
    CHECK(talks.store.undo_ruling(number));
    CHECK(talks.store.version() == version);
    CHECK(talks.store.stats().people == 2);
    CHECK(speaker_of(talks.store, "c") == "Nora Vik");
  }
  CHECK_FALSE(talks.store.undo_ruling(1));
}

TEST_CASE("remove: a ruled source leaves no speaker behind") {
  Talks talks;
  talks.store.add_ruling({0, RulingKind::split, "Nora Vik", "Nora Sand", "c"});
  talks.store.remove("c");
  CHECK(talks.store.stats().people == 2);
}

TEST_CASE("add_ruling: nobody of that name is an error that changes nothing") {
  Talks talks;
  CHECK_THROWS_AS(talks.store.add_ruling({0, RulingKind::alias, "Nora Wick", "the Lamplighter", ""}), quoth::Error);
  CHECK_THROWS_AS(talks.store.add_ruling({0, RulingKind::merge, "Nora Vik", "Nora Wick", ""}), quoth::Error);
  CHECK_THROWS_AS(talks.store.add_ruling({0, RulingKind::split, "Nora Vik", "Nora Sand", "b"}), quoth::Error);
  CHECK_THROWS_AS(talks.store.add_ruling({0, RulingKind::merge, "Nora Vik", "Nora Vik", ""}), quoth::Error);
  CHECK(talks.store.rulings().empty());
}

TEST_CASE("add_ruling: rulings apply in their order, whether a name was handed on before or after") {
  Talks talks;
  talks.store.add_ruling({0, RulingKind::alias, "Nora Vik", "the Lamplighter", ""});
  talks.store.add_ruling({0, RulingKind::split, "Nora Vik", "Nora Sand", "c"});
  talks.store.add_ruling({0, RulingKind::merge, "Nora Vik-Aune", "Nora Vik", ""});
  talks.store.add_ruling({0, RulingKind::merge, "Nora Vik", "Nora Sand", ""});
  talks.store.add_ruling({0, RulingKind::alias, "Nora Sand", "the Keeper", ""});
  for (auto const* id : {"a", "b", "c"}) {
    CHECK(speaker_of(talks.store, id) == "Nora Sand");
    CHECK(aliases_in(talks.store, id) ==
          std::vector<std::string>{"the Lamplighter", "Nora Vik-Aune", "Nora Vik", "the Keeper"});
  }
}

TEST_CASE("add_ruling: one that gives a speaker more names than are read back is refused") {
  Talks talks;
  SQLite::Database((talks.folder / "store").string(), SQLite::OPEN_READWRITE)
      .exec(
          "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO ruling "
          "SELECT x, 'alias', 'Nora Vik', 'the Lamplighter ' || x, '' FROM c LIMIT 1000");
  CHECK_THROWS_WITH_AS(talks.store.add_ruling({0, RulingKind::alias, "Nora Vik", "the Keeper", ""}),
                       doctest::Contains("has over 1000 names by the rulings; undo some"), quoth::Error);
  CHECK(aliases_in(talks.store, "a").empty());
  CHECK(talks.store.rulings().size() == 1'000);
}

TEST_CASE("add_ruling: rulings have a most") {
  Talks talks;
  SQLite::Database((talks.folder / "store").string(), SQLite::OPEN_READWRITE)
      .exec(
          "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO ruling "
          "SELECT x, 'alias', 'Somebody else', 'S. ' || x, '' FROM c LIMIT 10000");
  CHECK_THROWS_WITH_AS(talks.store.add_ruling({0, RulingKind::alias, "Nora Vik", "the Keeper", ""}),
                       doctest::Contains("has 10000 rulings; undo some"), quoth::Error);
  CHECK(talks.store.undo_ruling(3));
  CHECK(talks.store.add_ruling({0, RulingKind::alias, "Nora Vik", "the Keeper", ""}) > 10'000);
}
