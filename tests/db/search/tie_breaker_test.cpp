// SPDX-License-Identifier: MIT
#include "db/search/tie_breaker.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using namespace quoth::test;

namespace {

Source short_talk(std::string id, std::string date, std::string speaker) {
  Source source;
  source.id = std::move(id);
  source.date = std::move(date);
  source.speakers["S"] = {std::move(speaker), "", {}};
  source.utterances = {{"S", {}, {}, "Thank you very much for " + source.id + "."}};
  return source;
}

// Talks of one chunk each, and which chunk is whose.
class Talks {
 public:
  explicit Talks(std::vector<Source> const& sources) {
    auto store = Store::open_writable(folder_ / "store");
    for (auto const& source : sources) store.ingest(source);
    connection_.emplace(folder_ / "store", Access::read);
    reader_.emplace(*connection_);
    owners_.emplace(owners_cache_, *connection_);
    people_.emplace(*connection_);
    for (auto const& source : sources) {
      auto const chunk = static_cast<std::uint32_t>(reader_->by_id(source.id)->extent.first_chunk);
      chunks_.push_back(chunk);
      ids_[chunk] = source.id;
    }
    std::ranges::sort(chunks_);
  }

  std::int64_t number(std::string const& id) const { return reader_->by_id(id)->record.number; }
  TieBreaker tie_breaker(Query const& query) {
    return {*connection_, *reader_, *owners_, *people_, speaker_chunks_, query};
  }
  // The ids of what is picked from all chunks, in the order they are picked.
  std::vector<std::string> pick(Query const& query, std::size_t room) {
    return ids_of(tie_breaker(query).pick(chunks_, room));
  }
  // The same where no list of chunks is at hand.
  std::vector<std::string> pick_unlisted(Query const& query, std::size_t room) {
    return ids_of(tie_breaker(query).pick(
        [&](ChunkRange range, std::vector<std::uint32_t>& out) {
          out.assign(std::ranges::lower_bound(chunks_, range.first), std::ranges::upper_bound(chunks_, range.last));
        },
        room));
  }

 private:
  std::vector<std::string> ids_of(std::vector<std::uint32_t> const& chunks) {
    std::vector<std::string> ids;
    for (auto chunk : chunks) ids.push_back(ids_.at(chunk));
    return ids;
  }

  Folder folder_;
  std::optional<Connection> connection_;
  std::optional<SourceReader> reader_;
  ChunkOwners::Cache owners_cache_;
  SpeakerChunks::Cache speaker_chunks_;
  std::optional<ChunkOwners> owners_;
  std::optional<StoredPeople> people_;
  std::vector<std::uint32_t> chunks_;
  std::map<std::uint32_t, std::string> ids_;
};

std::string numbered(char const* name, int i) { return name + std::to_string(100 + i); }

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("TieBreaker: the claimed speaker, then a favoured source, then the nearest date, then the id") {
  Talks talks({short_talk("d", "2031-03-20", "Tobias Lund"), short_talk("c", "2031-03-12", "Tobias Lund"),
               short_talk("b", "2031-03-12", "Tobias Lund"), short_talk("a", "2031-01-01", "Tobias Lund"),
               short_talk("e", "", "Tobias Lund"), short_talk("f", "2020-01-01", "Ines Marchetti")});
  Query query;
  query.date = "2031-03-13";
  CHECK(talks.pick(query, 5) == Ids{"b", "c", "d", "a", "f"});  // "e" has no date
  query.favoured = {talks.number("e")};
  CHECK(talks.pick(query, 3) == Ids{"e", "b", "c"});
  query.speaker = "Marchetti";
  CHECK(talks.pick(query, 3) == Ids{"f", "e", "b"});
  CHECK(talks.pick({}, 2) == Ids{"d", "b"});  // without a date the newest
}

TEST_CASE("TieBreaker: where all have room, all are taken as they come, and nothing was chosen") {
  Talks talks({short_talk("b", "2031-03-12", "Tobias Lund"), short_talk("a", "2031-01-01", "Tobias Lund")});
  CHECK(talks.pick({}, 2) == Ids{"b", "a"});
  std::vector<std::uint32_t> const two{1, 2};
  auto const tie_breaker = talks.tie_breaker({});
  CHECK(tie_breaker.pick(two, 2) == two);
  CHECK_FALSE(tie_breaker.has_chosen());
  CHECK(tie_breaker.pick(two, 1).size() == 1);
  CHECK(tie_breaker.has_chosen());
}

TEST_CASE("TieBreaker: distance in days, near enough; no date is the farthest") {
  Talks talks({short_talk("a", "2031-03-12", "Tobias Lund")});
  Query query;
  query.date = "2031-03-12";
  auto const tie_breaker = talks.tie_breaker(query);
  CHECK(tie_breaker.distance("2031-03-12") == 0);
  CHECK(tie_breaker.distance("2031-03-10") == tie_breaker.distance("2031-03-14"));
  CHECK(tie_breaker.distance("2031-03-10") < tie_breaker.distance("2031-03-15"));
  CHECK(tie_breaker.distance("2031-02-12") < tie_breaker.distance("2030-03-12"));
  CHECK(tie_breaker.distance("2001-01-01") < tie_breaker.distance(""));
  CHECK(talks.tie_breaker({}).distance("2031-03-12") < talks.tie_breaker({}).distance("2031-03-11"));
}

// 24 sources on either side of the date are visited at first, but a day is taken whole.
TEST_CASE("TieBreaker: unlisted places are asked of the speaker's sources of the nearest days, in no order of ingest") {
  std::vector<Source> sources;
  for (int i = 0; i < 30; ++i) sources.push_back(short_talk(numbered("same-day-", i), "2031-03-12", "Ines Marchetti"));
  for (int i = 0; i < 9; ++i) sources.push_back(short_talk(numbered("older-", i), "2031-02-12", "Ines Marchetti"));
  for (int i = 0; i < 20; ++i) sources.push_back(short_talk(numbered("other-", i), "2031-03-13", "Tobias Lund"));
  Query query;
  query.speaker = "Ines Marchetti";
  query.date = "2031-03-13";
  auto reversed = sources;
  std::ranges::reverse(reversed);
  Talks one(sources);
  Talks other(reversed);
  auto const found = one.pick_unlisted(query, 30);
  CHECK(found == other.pick_unlisted(query, 30));
  REQUIRE(found.size() == 30);
  for (int i = 0; i < 30; ++i) CHECK(found[static_cast<std::size_t>(i)] == numbered("same-day-", i));
  // Whoever spoke, where nobody is claimed: the nearest.
  query.speaker = "";
  CHECK(one.pick_unlisted(query, 3) == Ids{"other-100", "other-101", "other-102"});
}
