// SPDX-License-Identifier: MIT
// From which score on a candidate is of use, as a query says.
#include <doctest/doctest.h>

#include <optional>

#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using quoth::test::Folder;
using quoth::test::invented_speech;

namespace {

constexpr auto* said = "the night ferry will sail from the old quay until the harbour bridge has been repaired";
// Half of its words, in the same places.
constexpr auto* half_of_it = "the night tram must stop near the old mill until some village bell has rung";

class Town {
 public:
  explicit Town(Made made = Made::spoken) {
    auto store = Store::open_writable(folder_ / "store");
    store.begin_bulk();
    for (unsigned i = 0; i < 20; ++i) {
      Source source;
      source.id = "meeting-" + std::to_string(i);
      source.made = made;
      source.speakers["S"] = {i == 7 ? "Ines Marchetti" : "Tobias Lund", "", {}};
      auto const talk = invented_speech(300, 10 * i);
      source.utterances = {{"S", {}, {}, i == 7 ? talk + " " + said + " " + talk : talk}};
      store.ingest(source);
    }
    store.finish_bulk();
    store_.emplace(Store::open(folder_ / "store"));
  }

  // As a checker asks, for whom the words of others must be nearly the same.
  bool finds(std::string_view words, std::string_view speaker) const {
    Query query;
    query.words = words;
    query.speaker = speaker;
    query.least_score_of_others = 0.6;
    return finds(query);
  }
  bool finds(Query const& query) const {
    auto const found = store_->candidates(query);
    return !found.empty() && found.front().source.id == "meeting-7";
  }

 private:
  Folder folder_;
  std::optional<Store> store_;
};

}  // namespace

TEST_CASE("what is half the same is given for the claimed speaker, and for nobody else") {
  Town const town;
  CHECK(town.finds(half_of_it, "Ines Marchetti"));
  CHECK_FALSE(town.finds(half_of_it, "Tobias Lund"));
  CHECK_FALSE(town.finds(half_of_it, "Petra Oda"));
}

TEST_CASE("what is nearly the same is given whoever is claimed") {
  Town const town;
  auto const* nearly = "the night ferry will sail from the new quay until the harbour bridge has been repaired";
  for (auto const* speaker : {"Ines Marchetti", "Tobias Lund", "Petra Oda", ""}) {
    CAPTURE(speaker);
    CHECK(town.finds(nearly, speaker));
  }
}

TEST_CASE("a few words are given word for word for anybody, and otherwise for the claimed speaker") {
  Town const town;
  for (auto const* speaker : {"Ines Marchetti", "Tobias Lund", "Petra Oda"}) {
    CAPTURE(speaker);
    CHECK(town.finds("the harbour bridge", speaker));
  }
  CHECK(town.finds("until the harbour wall has been repaired", "Ines Marchetti"));
  CHECK_FALSE(town.finds("until the harbour wall has been repaired", "Tobias Lund"));
}

TEST_CASE("a query that asks for little is given what is half the same, whoever said it") {
  Town const town;
  Query query;
  query.words = half_of_it;
  CHECK(town.finds(query));
  query.least_score = 0.9;
  CHECK_FALSE(town.finds(query));
}

TEST_CASE("of what a machine recognised less likeness is asked") {
  CHECK(Town(Made::asr).finds(half_of_it, "Tobias Lund"));
  CHECK(Town(Made::ocr).finds(half_of_it, "Petra Oda"));
}
