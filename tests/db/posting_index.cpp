// SPDX-License-Identifier: MIT
#include "posting_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "posting_codec.hpp"
#include "quoth/store.hpp"
#include "store_fixture.hpp"

using namespace quoth;
using quoth::test::Folder;
using quoth::test::numbers;

TEST_CASE("a row gives back what was put in") {
  auto next = numbers(1);
  for (int round = 0; round < 200; ++round) {
    ChunkRange chunks{static_cast<std::uint32_t>(next() % 1'000), 0};
    chunks.last = chunks.first + static_cast<std::uint32_t>(next() % (round % 2 == 0 ? 20 : 200'000'000));
    std::set<Posting> postings;
    auto const spread = round % 3 == 0 ? 4U : 1U << 26;
    for (int i = 0; i < 300; ++i)
      postings.insert(posting(static_cast<Shingle>(next() % spread),
                              chunks.first + static_cast<std::uint32_t>(next() % chunks.size())));
    RowEncoder encoder(chunks);
    encoder.start(*postings.begin());
    for (auto at = std::next(postings.begin()); at != postings.end(); ++at) encoder.add(*at);
    auto const row = encoder.finish();
    std::vector<Posting> decoded;
    RowDecoder decoder;
    decoder.all(row, *postings.begin(), chunks, decoded);
    CHECK(decoded == std::vector<Posting>(postings.begin(), postings.end()));

    auto const wanted = shingle_of(*std::next(postings.begin(), 5));
    std::vector<std::uint32_t> found, expected;
    auto const from = chunks.first + static_cast<std::uint32_t>(next() % chunks.size());
    ChunkRange const range = round % 5 == 0 ? ChunkRange{from, chunks.last} : chunks;
    decoder.chunks(row, *postings.begin(), chunks, wanted, range, found);
    for (auto one : postings)
      if (shingle_of(one) == wanted && chunk_of(one) >= range.first) expected.push_back(chunk_of(one));
    CHECK(found == expected);
  }
}

TEST_CASE("any bytes are a row that ends") {
  auto next = numbers(2);
  RowDecoder decoder;
  for (int round = 0; round < 2'000; ++round) {
    std::string row(next() % 100, '\0');
    for (auto& byte : row) byte = static_cast<char>(round % 4 == 0 ? 0 : next());
    ChunkRange chunks{static_cast<std::uint32_t>(next()), static_cast<std::uint32_t>(next())};
    std::vector<Posting> postings;
    auto const first = chunks.first + static_cast<std::uint32_t>(round % 2 == 0 ? 0 : next() % 1'000);
    decoder.all(row, posting(static_cast<Shingle>(next() % (1U << 26)), first), chunks, postings);
    CHECK(postings.size() <= 1 + row.size() * 8);
  }
}

TEST_CASE("the index stays a few segments, however its sources come and go") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  for (unsigned i = 0; i < 60; ++i) store.ingest(test::speech("speech-" + std::to_string(i), 200 + 37 * (i % 7), i));
  for (unsigned i = 0; i < 60; i += 2) store.remove("speech-" + std::to_string(i));
  CHECK(store.verify().empty());
  Connection connection(folder / "store", Access::read);
  PostingIndex index(connection);
  auto const state = index.state();
  CHECK(state.segments.size() <= 6);
  std::uint64_t words = 0, dead = 0;
  for (auto const& segment : state.segments) words += segment.words, dead += segment.dead_words;
  CHECK(dead * 4 <= words);
  CHECK(state.words == store.stats().words);
}
