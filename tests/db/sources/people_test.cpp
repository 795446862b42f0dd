// SPDX-License-Identifier: MIT
#include "db/sources/people.hpp"

#include <doctest/doctest.h>

#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::Folder;

using Numbers = std::vector<std::int64_t>;

TEST_CASE("StoredPeople: a person is found by name, surname, role and alias, and by no other") {
  Folder folder;
  Connection connection(folder / "store", Access::write);
  StoredPeople people(connection);
  auto const okoro = people.add({"Adaeze Okoro", "Mayor of Harrow Bay", {"the mayor", "Ada Okoro-Lund"}});
  auto const lindqvist = people.add({"Per Lindqvist", "harbour master", {}});
  auto const other = people.add({"Karin Okoro", "", {}});
  CHECK(people.called("Adaeze Okoro") == Numbers{okoro});
  CHECK(people.called("Okoro") == Numbers{okoro, other});
  CHECK(people.called("Ms. Okoro") == Numbers{okoro, other});
  CHECK(people.called("K. Okoro") == Numbers{other});
  CHECK(people.called("the Harbour Master") == Numbers{lindqvist});
  CHECK(people.called("Mayor") == Numbers{okoro});
  CHECK(people.called("The Mayor of Harrow Bay") == Numbers{okoro});
  CHECK(people.called("Ada Okoro-Lund") == Numbers{okoro});
  for (auto const* nobody : {"", "the", "Lund Per", "Greta Immel", "Harrow", "harbour"}) {
    CAPTURE(std::string(nobody));
    CHECK(people.called(nobody).empty());
  }
}

TEST_CASE("StoredPeople: the same person is kept once, another role is another person") {
  Folder folder;
  Connection connection(folder / "store", Access::write);
  StoredPeople people(connection);
  auto const one = people.add({"Per Lindqvist", "harbour master", {"P. L."}});
  CHECK(people.add({"Per Lindqvist", "harbour master", {"P. L."}}) == one);
  CHECK(people.add({"Per Lindqvist", "harbour master", {}}) != one);
  CHECK(people.add({"Per Lindqvist", "", {"P. L."}}) != one);
}

TEST_CASE("StoredPeople: whom no label names goes, whom one names stays") {
  Folder folder;
  {
    auto store = Store::open_writable(folder / "store");
    store.ingest(test::council_meeting());
  }
  Connection connection(folder / "store", Access::write);
  StoredPeople people(connection);
  auto const named = people.called("Lindqvist").at(0);
  auto const unnamed = people.add({"Greta Immel", "", {}});
  people.drop_unnamed(named);
  people.drop_unnamed(unnamed);
  StoredPeople const again(connection);
  CHECK(again.called("Lindqvist") == Numbers{named});
  CHECK(again.called("Greta Immel").empty());
}

TEST_CASE("StoredPeople: coverage counts sources and utterances, and tells the first and last date") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto source = test::council_meeting();
  store.ingest(source);
  source.id = "undated";
  source.date = "";
  source.utterances[0].text += " Again.";
  store.ingest(source);
  source.id = "earlier";
  source.date = "2030-12-31";
  source.utterances.pop_back();
  store.ingest(source);
  auto const coverage = store.coverage("the mayor");
  CHECK(coverage.sources == 3);
  CHECK(coverage.utterances == 5);
  CHECK(coverage.first_date == "2030-12-31");
  CHECK(coverage.last_date == "2031-04-02");
  CHECK(store.coverage("Greta Immel").sources == 0);
  store.remove("council-2031-04-02");
  CHECK(store.coverage("the mayor").last_date == "2030-12-31");
}

TEST_CASE("StoredPeople: the coverage of sources that name nobody, and whether an occasion is held") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.ingest(test::council_meeting());
  auto const is_name = [](std::string_view label) { return label != "Q" && label != "Speaker 2"; };
  CHECK(store.unnamed_coverage(is_name).sources == 0);
  Source talk;
  talk.id = "talk";
  talk.date = "2031-04-10";
  talk.utterances = {{"Q", {}, {}, "Is the pier safe?"}, {"", {}, {}, "It is."}, {"Speaker 2", {}, {}, "It was."}};
  store.ingest(talk);
  auto const unnamed = store.unnamed_coverage(is_name);
  CHECK(unnamed.sources == 1);
  CHECK(unnamed.utterances == 3);
  CHECK(unnamed.first_date == "2031-04-10");
  CHECK(unnamed.machine_made == 0);
  talk.made = Made::asr;
  store.ingest(talk);
  CHECK(store.unnamed_coverage(is_name).machine_made == 1);
  talk.speakers["Speaker 2"] = {"Greta Immel", "", {}};
  store.ingest(talk);
  CHECK(store.unnamed_coverage(is_name).sources == 0);

  auto const meeting = std::vector{store.find("council-2031-04-02")->number};
  auto const other = std::vector{store.find("talk")->number};
  CHECK(store.holds({"the mayor", "2031-04-02"}));
  CHECK(store.holds({"the mayor", "2031-04-05", 3}));
  CHECK_FALSE(store.holds({"the mayor", "2031-04-06", 3}));
  CHECK_FALSE(store.holds({"the mayor", "2031-04-01", 3}));
  CHECK(store.holds({"the mayor", "", 0, meeting}));
  CHECK_FALSE(store.holds({"the mayor", "", 0, other}));
  CHECK_FALSE(store.holds({"Greta Immel", "2031-04-02", 3, meeting}));
  CHECK_FALSE(store.holds({"nobody", "2031-04-02", 3, meeting}));
}
