// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"
#include "text/words/words.hpp"

using namespace quoth;
using namespace quoth::text;
using quoth::test::council_meeting;
using quoth::test::Folder;
using quoth::test::numbers;
using quoth::test::speech;

namespace {

std::vector<Source> library() {
  std::vector<Source> sources{council_meeting()};
  for (unsigned i = 0; i < 12; ++i) sources.push_back(speech("speech-" + std::to_string(i), 300 + 400 * (i % 5), i));
  // The same words again, on another day.
  sources.push_back(speech("speech-again", 1'100, 2));
  sources.back().date = "2029-05-05";
  return sources;
}

std::string part_of(std::string const& text, std::size_t first, std::size_t count) {
  auto words = split_words(text);
  first %= words.size() - count;
  auto begin = words[first].first;
  return text.substr(begin, words[first + count - 1].last - begin);
}

std::vector<std::string> queries() {
  std::vector<std::string> queries{"thank you very much", "the", "ferry terminal", "of the", "will not close in"};
  auto next = numbers(11);
  auto sources = library();
  for (int i = 0; i < 60; ++i) {
    auto const& text = sources[1 + next() % (sources.size() - 1)].utterances[0].text;
    auto query = part_of(text, next(), 1 + next() % 30);
    if (i % 3 == 0) query += " nonsense " + part_of(text, next(), 5);
    queries.push_back(query);
  }
  return queries;
}

// All that a caller can see, the store's own numbers apart.
std::string answers(Store const& store) {
  std::ostringstream out;
  for (auto const& text : queries()) {
    for (auto const* speaker : {"", "Ana Abreu"}) {
      Query query;
      query.words = text;
      query.speaker = speaker;
      query.date = "2030-01-12";
      out << "? " << text << '\n';
      for (auto const& candidate : store.candidates(query)) {
        out << candidate.source.id << ' ' << candidate.score << '\n';
        for (auto const& window : candidate.windows)
          for (auto const& turn : window.turns)
            out << turn.utterance << ' ' << turn.first_word << ' ' << turn.label << ' ' << turn.speaker << ' '
                << turn.text << '\n';
      }
    }
  }
  return out.str();
}

}  // namespace

TEST_CASE("the order of ingest changes no answer") {
  Folder folder;
  auto sources = library();
  auto one_by_one = Store::open_writable(folder / "one-by-one");
  for (auto const& source : sources) one_by_one.ingest(source);
  auto const expected = answers(one_by_one);
  CHECK(expected.find("speech-again") != std::string::npos);

  std::ranges::reverse(sources);
  auto reversed = Store::open_writable(folder / "reversed");
  for (auto const& source : sources) reversed.ingest(source);
  CHECK(answers(reversed) == expected);

  auto bulk = Store::open_writable(folder / "bulk");
  bulk.begin_bulk();
  std::rotate(sources.begin(), sources.begin() + 5, sources.end());
  for (auto const& source : sources) bulk.ingest(source);
  bulk.finish_bulk();
  CHECK(answers(bulk) == expected);
  CHECK(bulk.verify().empty());
}

TEST_CASE("removing what was added restores every answer") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  for (auto const& source : library()) store.ingest(source);
  auto const before = answers(store);
  for (unsigned i = 0; i < 6; ++i) store.ingest(speech("guest-" + std::to_string(i), 900, i + 100));
  auto changed = speech("speech-3", 700, 55);
  store.ingest(changed);
  CHECK(answers(store) != before);
  store.ingest(library()[4]);
  for (unsigned i = 0; i < 6; ++i) CHECK(store.remove("guest-" + std::to_string(i)));
  CHECK(answers(store) == before);
  CHECK(store.verify().empty());
}

TEST_CASE("a passage taken from the store is found word for word") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto const sources = library();
  for (auto const& source : sources) store.ingest(source);
  auto next = numbers(3);
  for (int i = 0; i < 300; ++i) {
    auto const& text = sources[1 + next() % (sources.size() - 1)].utterances[0].text;
    auto const passage = part_of(text, next(), 4 + next() % 50);
    CAPTURE(passage);
    Query query;
    query.words = passage;
    auto found = store.candidates(query);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].score == doctest::Approx(1));
    bool held = false;
    for (auto const& window : found[0].windows)
      for (auto const& turn : window.turns) held = held || turn.text.find(passage) != std::string::npos;
    CHECK(held);
  }
}

TEST_CASE("the words of a window are numbered as those of the whole source") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto const source = speech("speech", 5'000, 9);
  store.ingest(source);
  auto const& text = source.utterances[0].text;
  auto const words = split_words(text);
  auto next = numbers(5);
  for (int i = 0; i < 50; ++i) {
    auto const passage = part_of(text, next(), 12);
    Query query;
    query.words = passage;
    auto found = store.candidates(query);
    REQUIRE_FALSE(found.empty());
    for (auto const& window : found[0].windows) {
      REQUIRE(window.turns.size() == 1);
      auto const& turn = window.turns[0];
      CHECK(text.substr(words[turn.first_word].first, turn.text.size()) == turn.text);
      auto const count = split_words(turn.text).size();
      CHECK(count <= 12 + 3 + 2 * 60 + 10);
    }
  }
}

TEST_CASE("texts of every shape come back to the byte") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  Source source;
  source.id = "shapes";
  source.utterances = {
      {"", {}, {}, ""},
      {"A", {}, {}, "   "},
      {"A", {}, {}, std::string(100'000, 'a')},
      {"B", {}, {}, test::invented_speech(3'000, 4)},
      {"B", {}, {}, "(" + test::invented_speech(600, 5) + ")"},
      {"", {}, {}, "« Où est-il ? » — “C’est\u00a0l’été.”\n\nEnd"},
  };
  for (int i = 0; i < 200; ++i) source.utterances.push_back({"Q", {}, {}, "Yes."});
  for (int i = 0; i < 3'000; ++i) source.utterances[5].text += "語";
  store.ingest(source);
  auto turns = store.turns(store.find("shapes")->number);
  REQUIRE(turns.size() == source.utterances.size());
  std::size_t words = 0;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    CHECK(turns[i].text == source.utterances[i].text);
    CHECK(turns[i].first_word == words);
    words += split_words(turns[i].text).size();
  }
  CHECK(store.verify().empty());
}
