// SPDX-License-Identifier: MIT
#include "db/sources/heard_words.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "db/upgrade.hpp"
#include "quoth/error.hpp"
#include "tests/db/store_fixture.hpp"
#include "text/words/white_space.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::Folder;

namespace {

// Every word has a time of its own, by which it is known again.
std::vector<HeardWord> heard_in(std::string_view text, double start) {
  std::vector<HeardWord> words(text::count_at_white_space(text));
  for (auto& word : words) word = {start += 0.25, 0.5};
  return words;
}

// Two turns that fill several chunks, a turn of which nothing was heard, and a short one.
Source recording() {
  Source source;
  source.id = "recording";
  source.made = Made::asr;
  auto const turn = [&](std::string const& text, double start) {
    source.utterances.push_back({"", start, {}, text, heard_in(text, start)});
  };
  turn(test::invented_speech(700, 3), 0);
  turn(test::invented_speech(300, 4), 500);
  source.utterances.push_back({"", {}, {}, "(The ferry's horn – twice.)"});
  turn("Well, the \"sluice-keeper\" never slept – not once.", 900);
  return source;
}

void check_round_trip(std::vector<HeardWord> const& words) {
  auto const read = unpack_heard(pack_heard(words));
  REQUIRE(read.has_value());
  REQUIRE(read->size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    CAPTURE(i);
    auto const& [word, back] = std::tie(words[i], (*read)[i]);
    REQUIRE(back.start.has_value() == word.start.has_value());
    REQUIRE(back.confidence.has_value() == word.confidence.has_value());
    if (word.start) CHECK(std::abs(*back.start - *word.start) < 0.0051);
    if (word.confidence) CHECK(std::abs(*back.confidence - *word.confidence) < 0.002);
  }
}

// Whether the turn's words are those of its part of the utterance.
void check_words(Turn const& turn, Source const& source) {
  auto const& utterance = source.utterances[turn.utterance];
  if (utterance.words.empty()) {
    CHECK(turn.words.empty());
    return;
  }
  CHECK(turn.words.size() == text::count_at_white_space(turn.text));
  auto const at = utterance.text.find(turn.text);
  REQUIRE(at != utterance.text.npos);
  auto const before = utterance.text.substr(0, at);
  auto const first = text::count_at_white_space(before) - (text::splits_word(before, turn.text) ? 1 : 0);
  REQUIRE(first + turn.words.size() <= utterance.words.size());
  for (std::size_t i = 0; i < turn.words.size(); ++i)
    CHECK(*turn.words[i].start == doctest::Approx(*utterance.words[first + i].start));
}

std::size_t check_windows(Store const& store, Source const& source, std::string_view words) {
  Query query;
  query.words = words;
  std::size_t turns = 0;
  for (auto const& candidate : store.candidates(query))
    for (auto const& window : candidate.windows)
      for (auto const& turn : window.turns) check_words(turn, source), ++turns;
  return turns;
}

void check_turns(Store const& store, Source const& source) {
  auto const turns = store.turns(store.sources().front().number);
  REQUIRE(turns.size() == source.utterances.size());
  for (auto const& turn : turns) {
    CHECK(turn.text == source.utterances[turn.utterance].text);
    check_words(turn, source);
  }
}

TEST_CASE("pack_heard: about a byte and a half a word, and nothing is lost beyond the precision") {
  check_round_trip(heard_in(test::invented_speech(500, 7), 3'600));
  check_round_trip({{1.0, 0.0}, {0.5, 1.0}, {}, {{}, 0.25}, {700.004, {}}, {9'999'999, 0.999}});
  check_round_trip({{{}, 0.5}, {{}, {}}});
  check_round_trip({{{}, {}}, {0.0, {}}});
  auto next = test::numbers(5);
  std::vector<HeardWord> words;
  for (double start = 3'600; words.size() < 500; start += 0.05 + static_cast<double>(next() % 60) / 100)
    words.push_back({start, 1 - static_cast<double>(next() % 60) * static_cast<double>(next() % 60) / 10'000});
  check_round_trip(words);
  CHECK(pack_heard(words).size() < 850);
}

TEST_CASE("pack_heard: what is out of range is cut, what is no number is left out") {
  auto const nan = std::numeric_limits<double>::quiet_NaN();
  auto const read = unpack_heard(pack_heard(std::vector<HeardWord>{{-1, -1}, {1e300, 7}, {nan, nan}}));
  REQUIRE(read.has_value());
  CHECK((*read)[0].start == 0);
  CHECK((*read)[0].confidence == 0);
  CHECK((*read)[1].start == 1e7);
  CHECK((*read)[1].confidence == 1);
  CHECK_FALSE((*read)[2].start.has_value());
  CHECK_FALSE((*read)[2].confidence.has_value());
}

TEST_CASE("unpack_heard: damaged bytes are told, or read as other words; never more than there are bytes") {
  auto const whole = pack_heard(heard_in("one two three four five six", 70));
  CHECK_FALSE(unpack_heard("").has_value());
  CHECK_FALSE(unpack_heard(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 10)).has_value());
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(unpack_heard(whole.substr(0, size)).has_value());
  CHECK_FALSE(unpack_heard(whole + "x").has_value());
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (int value = 0; value < 256; ++value) {
      auto bytes = whole;
      bytes[at] = static_cast<char>(value);
      if (auto const words = unpack_heard(bytes)) CHECK(words->size() <= 8 * bytes.size());
    }
}

TEST_CASE("turns have the words of their part of the utterance, with what was heard of each") {
  Folder folder;
  auto const source = recording();
  auto store = Store::open_writable(folder / "store");
  store.ingest(source);
  check_turns(store, source);
  auto const& text = source.utterances[0].text;
  for (std::size_t at = 0; at + 120 < text.size(); at += 97)
    CHECK(check_windows(store, source, std::string_view(text).substr(at, 120)) > 0);
  CHECK(check_windows(store, source, "keeper never slept not once") > 0);
  CHECK(store.verify().empty());
}

TEST_CASE("a bulk ingest keeps words as well, and a source that is replaced or removed takes them along") {
  Folder folder;
  auto source = recording();
  auto store = Store::open_writable(folder / "store");
  store.begin_bulk();
  store.ingest(source);
  source.utterances[3].words[0].start = 901;
  CHECK(store.ingest(source) == Ingested::replaced);
  store.finish_bulk();
  check_turns(store, source);
  CHECK(store.verify().empty());
  source.utterances[3].words[0].confidence = 0.25;
  CHECK(store.ingest(source) == Ingested::replaced);
  CHECK(store.ingest(source) == Ingested::unchanged);
  check_turns(store, source);
  store.remove(source.id);
  CHECK(SQLite::Database((folder / "store").string()).execAndGet("SELECT count(*) FROM heard_words").getInt() == 0);
}

TEST_CASE("words of which nothing was heard are as no words") {
  Folder folder;
  auto source = test::council_meeting();
  auto store = Store::open_writable(folder / "store");
  store.ingest(source);
  source.utterances[3].words.resize(4);
  CHECK(store.ingest(source) == Ingested::unchanged);
}

TEST_CASE("a source whose words are not as many as those of its text is refused") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto source = recording();
  source.utterances[3].words.pop_back();
  CHECK_THROWS_WITH_AS(store.ingest(source),
                       "source recording: \"words\" of utterance 3 has 7, but its text has 8 as split at white space",
                       Error);
  CHECK(store.sources().empty());
}

TEST_CASE("damaged words are named where they are read") {
  Folder folder;
  auto const source = recording();
  for (auto const* sql : {"UPDATE heard_words SET words = x'ff'", "UPDATE heard_words SET words = x'0000'",
                          "UPDATE heard_words SET words = x'01020001'"}) {
    CAPTURE(sql);
    std::filesystem::remove(folder / "store");
    Store::open_writable(folder / "store").ingest(source);
    SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE).exec(sql);
    auto const store = Store::open(folder / "store");
    CHECK_THROWS_WITH_AS(check_windows(store, source, "keeper never slept not once"),
                         doctest::Contains("is damaged (times of words that "), StoreError);
    CHECK_THROWS_AS(store.turns(store.sources().front().number), StoreError);
    CHECK_FALSE(store.verify().empty());
    std::string told;
    CHECK(upgrade_store(folder / "store", folder / "newer", [&](auto const& line) { told = line; }).lost == 1);
    CHECK(told == "source recording: the times of its words are damaged; ingest it again");
    std::filesystem::remove(folder / "newer");
  }
}

TEST_CASE("verify finds words of no text") {
  Folder folder;
  Store::open_writable(folder / "store").ingest(recording());
  SQLite::Database((folder / "store").string(), SQLite::OPEN_READWRITE)
      .exec("INSERT INTO heard_words VALUES (1000, x'0101000002')");
  CHECK(Store::open(folder / "store").verify().size() == 1);
}

TEST_CASE("upgrade_store: words are kept") {
  Folder folder;
  auto const source = recording();
  Store::open_writable(folder / "store").ingest(source);
  upgrade_store(folder / "store", folder / "newer", [](auto const&) {});
  auto store = Store::open_writable(folder / "newer");
  check_turns(store, source);
  CHECK(store.ingest(source) == Ingested::unchanged);
  CHECK(store.verify().empty());
}

}  // namespace
