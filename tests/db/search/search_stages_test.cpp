// SPDX-License-Identifier: MIT
// The stages between a query and the chunks that are read: reading lists, counting votes, the best chunks.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "db/search/staged_search.hpp"
#include "db/search/top_chunks.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using namespace quoth::test;

namespace {

// Sources of one chunk each.
class Searched {
 public:
  explicit Searched(std::vector<std::string> const& texts) {
    auto store = Store::open_writable(folder_ / "store");
    store.begin_bulk();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Source source;
      source.id = std::to_string(1'000 + i);
      source.date = "2031-03-01";
      source.speakers["S"] = {"Tobias Lund", "", {}};
      source.utterances = {{"S", {}, {}, texts[i]}};
      store.ingest(source);
    }
    store.finish_bulk();
    connection_ = std::make_unique<Connection>(folder_ / "store", Access::read);
    index_ = std::make_unique<PostingIndex>(*connection_);
    reader_ = std::make_unique<SourceReader>(*connection_);
    people_ = std::make_unique<StoredPeople>(*connection_);
    owners_ = std::make_unique<ChunkOwners>(owners_cache_, *connection_);
  }

  StagedSearch search(QueryWords const& query) { return {cache_, *connection_, *index_, query}; }
  TieBreaker tie_breaker() { return {*connection_, *reader_, *owners_, *people_, speaker_chunks_, Query{}}; }
  // Which of the texts stand in the chunks.
  std::vector<std::size_t> texts(std::vector<std::uint32_t> const& chunks) const {
    std::vector<std::size_t> numbers;
    for (auto chunk : chunks) numbers.push_back(std::stoul(owners_->find(chunk)->id) - 1'000);
    return numbers;
  }

 private:
  Folder folder_;
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<PostingIndex> index_;
  std::unique_ptr<SourceReader> reader_;
  std::unique_ptr<StoredPeople> people_;
  ChunkOwners::Cache owners_cache_;
  std::unique_ptr<ChunkOwners> owners_;
  StagedSearch::Cache cache_;
  SpeakerChunks::Cache speaker_chunks_;
};

// A query that all its shingles have voted on.
struct Voted {
  Voted(Searched& searched, std::string const& words)
      : query(words), staged_search(searched.search(query)), tie_breaker(searched.tie_breaker()) {
    staged_search.evaluate_first();
    staged_search.evaluate_rest();
  }

  QueryWords query;
  StagedSearch staged_search;
  TieBreaker tie_breaker;
  TopChunks top_chunks{staged_search, tie_breaker};
};

std::vector<std::string> speeches(std::size_t count) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) texts.push_back(invented_speech(150, static_cast<unsigned>(i)));
  return texts;
}

using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a short phrase stands in the chunks that hold all its words in a row") {
  auto texts = speeches(40);
  texts[7] += " The heron guards the weir.";
  texts[30] += " The heron guards the weir. Again the heron guards the weir.";
  texts[31] += " The heron guards. Guards the weir.";
  texts[32] += " The weir guards the heron.";
  Searched searched(texts);
  // The texts with the phrase; none where it is not found.
  auto const holders = [&](char const* phrase) {
    QueryWords const query(phrase);
    auto staged_search = searched.search(query);
    return staged_search.find_phrase() ? searched.texts(staged_search.common()) : Numbers{};
  };
  // Few chunks are sooner read than more lists: 31 has the first three words.
  CHECK(holders("the heron guards the weir") == Numbers{7, 30, 31});
  CHECK(holders("guards the weir again") == Numbers{7, 30, 31});
  CHECK(holders("the pier guards the heron").empty());
  CHECK(holders("the heron guards the weir again the heron guards").empty());  // over 7 words
}

TEST_CASE("a passage that stands word for word leads after a few votes, and has all of them") {
  auto texts = speeches(2'500);  // in fewer no words are rare enough
  std::string passage;
  for (int i = 0; i < 30; ++i) passage += "w" + std::to_string(i) + "x ";
  texts[21] += passage;
  Searched searched(texts);
  QueryWords const query(passage);
  auto staged_search = searched.search(query);
  CHECK(staged_search.evaluate_first());
  CHECK(staged_search.has_all_weight());
  CHECK(staged_search.is_clear());
  CHECK_FALSE(staged_search.is_hopeless());
  CHECK(searched.texts({staged_search.best().chunk}) == Numbers{21});
}

TEST_CASE("what stands nowhere has no clear leader and is hopeless") {
  Searched searched(speeches(60));
  QueryWords const query(
      "Nine herons guarded our weir beside an empty chapel while two surveyors argued about wool and thunder");
  auto staged_search = searched.search(query);
  CHECK_FALSE(staged_search.evaluate_first());
  CHECK_FALSE(staged_search.evaluate_second());
  staged_search.evaluate_rest();
  CHECK_FALSE(staged_search.is_clear());
  CHECK(staged_search.scores().all().empty());
}

TEST_CASE("words that stand nowhere weigh too: one phrase of a long query is hopeless") {
  auto texts = speeches(60);
  texts[7] += " The pilots struck gold.";
  Searched searched(texts);
  CHECK_FALSE(Voted(searched, "the pilots struck gold").staged_search.is_hopeless());
  Voted const voted(searched,
                    "Pilots struck gold while nine herons guarded our weir beside an empty chapel and two surveyors "
                    "argued about wool, thunder, cabbages, ladders, violins, lanterns and marzipan");
  CHECK(searched.texts({voted.staged_search.best().chunk}) == Numbers{7});
  CHECK(voted.staged_search.is_hopeless());
}

TEST_CASE("the best chunks: those with the most votes, at most so many, of equal ones the preferred") {
  auto texts = speeches(80);
  auto const passage = invented_speech(30, 5'000);
  auto const half = passage.substr(0, passage.find(' ', passage.size() / 2));
  for (std::size_t i = 10; i < 30; i += 2) texts[i] += passage;  // ten
  texts[5] += half;
  Searched searched(texts);
  Voted const voted(searched, passage);
  auto const& top_chunks = voted.top_chunks;
  auto const best = top_chunks.select(0.9, 100);
  CHECK(searched.texts(best) == Numbers{10, 12, 14, 16, 18, 20, 22, 24, 26, 28});
  // All have as many votes: four of them, by their id.
  CHECK(searched.texts(top_chunks.select(0.9, 4)) == Numbers{10, 12, 14, 16});
  CHECK(top_chunks.select(0.9, 10).size() == 10);
  CHECK(top_chunks.select(0.9, 9).size() == 9);
}

TEST_CASE("the best chunks for what the leader does not explain come too") {
  auto texts = speeches(60);
  auto const kept = invented_speech(30, 5'000);
  auto const lost = invented_speech(12, 6'000);
  texts[20] += kept;
  texts[40] += lost;
  Searched searched(texts);
  Voted const voted(searched, kept + lost);
  auto const& top_chunks = voted.top_chunks;
  CHECK(searched.texts(top_chunks.select(0.9, 8)) == Numbers{20});
  auto both = searched.texts(top_chunks.select_with_rest(0.9, 8));
  REQUIRE(both.size() >= 2);
  CHECK(both[0] == 20);
  CHECK(std::ranges::count(both, 40U) == 1);
}

TEST_CASE("of a query joined from four speeches the three with the most of it are read") {
  auto texts = speeches(60);
  std::string joined;
  for (std::size_t i = 1; i < 5; ++i) {
    auto const part = invented_speech(30 - 5 * i, 5'000 + static_cast<unsigned>(i));
    texts[10 * i] += part;
    joined += part;
  }
  Searched searched(texts);
  Voted const voted(searched, joined);
  CHECK(searched.texts(voted.top_chunks.select_with_rest(0.9, 8)) == Numbers{10, 20, 30});
}
