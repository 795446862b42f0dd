// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "quoth/candidate.hpp"
#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using quoth::test::Folder;
using quoth::test::invented_speech;

namespace {

// A store of speeches in each of which "the tide will turn" stands, and in one of which "copper ledgers hum softly".
Store store_in(Folder const& folder) {
  auto store = Store::open_writable(folder / "quotes.db");
  for (unsigned i = 0; i < 6; ++i) {
    Source source;
    source.id = "speech-" + std::to_string(i);
    source.speakers["S"] = {"Ada Quill", "", {}};
    source.utterances = {{"S",
                          {},
                          {},
                          invented_speech(900, 2 * i) + "the tide will turn. " +
                              (i == 0 ? "Copper ledgers hum softly. " : "") + invented_speech(900, 2 * i + 1)}};
    store.ingest(source);
  }
  return store;
}

}  // namespace

TEST_CASE("Store::odds: a phrase that is often said is more probable than one said once") {
  Folder const folder;
  auto const store = store_in(folder);
  auto const often = store.odds("the tide will turn");
  auto const once = store.odds("copper ledgers hum softly");
  CHECK(often.words == store.stats().words);
  CHECK(often.log_probability > once.log_probability + 3);
  CHECK(once.places(static_cast<double>(once.words)) < 0.2);
}

TEST_CASE("Store::odds: words in the order in which they are often said are more probable than in another") {
  Folder const folder;
  auto const store = store_in(folder);
  CHECK(store.odds("the tide will turn").log_probability > store.odds("turn will tide the").log_probability + 3);
}

TEST_CASE("Store::odds: one occurrence does not make itself probable") {
  Folder const folder;
  auto const store = store_in(folder);
  auto const said = store.odds("copper ledgers hum softly").log_probability;
  auto const unsaid = store.odds("copper ledgers turn softly").log_probability;
  CHECK(said < unsaid + 3);
}

TEST_CASE("Store::odds: of longer words less is expected, of no words everything") {
  Folder const folder;
  auto const store = store_in(folder);
  CHECK(store.odds("").log_probability == 0);
  CHECK(store.odds("the tide").log_probability > store.odds("the tide will turn").log_probability);
}

TEST_CASE("PhraseOdds::places: few places are expected more often than the model says") {
  PhraseOdds const odds{-10, 1000};
  CHECK(odds.places(1e6) == doctest::Approx(45.4).epsilon(0.01));
  CHECK(odds.places(1e3) == doctest::Approx(0.3567).epsilon(0.01));
}

TEST_CASE("Store::coverage: the words of a speaker") {
  Folder const folder;
  auto const store = store_in(folder);
  CHECK(store.coverage("Ada Quill").words == store.stats().words);
  CHECK(store.coverage("Piet Ostrow").words == 0);
}
