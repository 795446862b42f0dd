// SPDX-License-Identifier: MIT
#include "db/search/speaker_chunks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "db/sources/people.hpp"
#include "db/sources/source_reader.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using namespace quoth::test;

namespace {

Source talk(std::string id, std::string speaker) {
  Source source;
  source.id = std::move(id);
  source.speakers["S"] = {std::move(speaker), "", {}};
  source.speakers["THE CHAIR"] = source.speakers["S"];
  source.utterances = {{"S", {}, {}, invented_speech(600, 1)}, {"THE CHAIR", {}, {}, "Thank you."}};
  return source;
}

}  // namespace

TEST_CASE("SpeakerChunks: the chunks of the sources in which any of the speakers says anything") {
  Folder folder;
  {
    auto store = Store::open_writable(folder / "store");
    for (auto const* id : {"a", "c", "e"}) store.ingest(talk(id, "Ines Marchetti"));
    for (auto const* id : {"b", "d"}) store.ingest(talk(id, "Tobias Lund"));
    store.ingest(talk("f", "Per Lindqvist"));
  }
  Connection connection(folder / "store", Access::read);
  SourceReader const reader(connection);
  StoredPeople const people(connection);
  SpeakerChunks::Cache cache;
  auto const speakers_of = [&](auto const&... names) {
    std::vector<std::int64_t> numbers;
    (numbers.insert(numbers.end(), people.called(names).begin(), people.called(names).end()), ...);
    return numbers;
  };
  auto const expected = [&](auto const&... ids) {
    std::vector<std::uint32_t> chunks;
    for (auto const* id : {ids...}) {
      auto const extent = reader.by_id(id)->extent;
      for (auto chunk = extent.first_chunk; chunk < extent.last_chunk; ++chunk)
        chunks.push_back(static_cast<std::uint32_t>(chunk));
    }
    std::sort(chunks.begin(), chunks.end());
    return chunks;
  };
  std::vector<std::uint32_t> all(100);
  std::iota(all.begin(), all.end(), 0U);
  std::vector<std::uint32_t> own;
  auto const held = [&](std::vector<std::int64_t> const& speakers) {
    SpeakerChunks const chunks(cache, connection, speakers);
    chunks.own_of(all, own);
    std::vector<std::uint32_t> one_by_one;
    for (auto chunk : all)
      if (chunks.hold(chunk)) one_by_one.push_back(chunk);
    CHECK(one_by_one == own);
    return own;
  };
  CHECK(held({}).empty());
  CHECK(held(speakers_of("Per Lindqvist")) == expected("f"));
  CHECK(held(speakers_of("Ines Marchetti")) == expected("a", "c", "e"));
  CHECK(held(speakers_of("Ines Marchetti", "Tobias Lund")) == expected("a", "b", "c", "d", "e"));
}
