// SPDX-License-Identifier: MIT
// What a candidate shows of its source: whole stretches around the places where the words stand.
#include <doctest/doctest.h>

#include <string>

#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

Candidate found(Source const& source, std::string_view words) {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  store.ingest(source);
  Query query;
  query.words = words;
  auto candidates = store.candidates(query);
  REQUIRE(candidates.size() == 1);
  return candidates[0];
}

std::string text_of(Window const& window) {
  std::string text;
  for (auto const& turn : window.turns) text += turn.text;
  return text;
}

}  // namespace

TEST_CASE("a window holds the turns before and after the place, with who speaks") {
  auto const candidate = found(council_meeting(), "forty thousand tonnes of silt");
  REQUIRE(candidate.windows.size() == 1);
  auto const& turns = candidate.windows[0].turns;
  REQUIRE(turns.size() == 5);
  CHECK(turns[1].speaker == "Per Lindqvist");
  CHECK(turns[1].role == "harbour master");
  CHECK(turns[1].utterance == 1);
  CHECK(turns[1].start == 9.5);
  CHECK(turns[3].label == "Q");
}

TEST_CASE("a long utterance that the index cut is one turn of the window again") {
  auto source = speech("long", 900, 3);
  auto const whole = source.utterances[0].text;
  auto const middle = whole.find(' ', whole.size() / 2) + 1;
  auto end = middle;
  for (int i = 0; i < 150; ++i) end = whole.find(' ', end) + 1;
  auto const candidate = found(source, whole.substr(middle, end - middle));
  REQUIRE(candidate.windows.size() == 1);
  REQUIRE(candidate.windows[0].turns.size() == 1);
  auto const shown = text_of(candidate.windows[0]);
  CHECK(whole.find(shown) != whole.npos);
  CHECK(shown.find(whole.substr(middle, end - middle)) != shown.npos);
  CHECK(shown.size() < whole.size());
  CHECK(candidate.score == doctest::Approx(1));
}

TEST_CASE("places far apart have windows of their own, in the order of the source; near ones share one") {
  auto source = speech("both", 300, 4);
  std::string const first = "The heron guards the weir in every winter storm";
  std::string const second = "and two surveyors argued about the price of wool";
  auto const filler = source.utterances[0].text;
  source.utterances[0].text = second + ". " + filler + first + ".";
  auto const apart = found(source, first + " " + second);
  REQUIRE(apart.windows.size() == 2);
  CHECK(text_of(apart.windows[0]).find(second) != std::string::npos);
  CHECK(text_of(apart.windows[1]).find(first) != std::string::npos);
  source.utterances[0].text = second + ". " + invented_speech(40, 5) + first + ". " + filler;
  CHECK(found(source, first + " " + second).windows.size() == 1);
}
