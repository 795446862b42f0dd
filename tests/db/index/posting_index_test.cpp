// SPDX-License-Identifier: MIT
#include "db/index/posting_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "db/index/posting_codec.hpp"
#include "db/index/posting_runs.hpp"
#include "db/sqlite/table_readers.hpp"
#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::Folder;
using quoth::test::numbers;

namespace {

using EncodedRows = std::vector<std::pair<Posting, std::string>>;

EncodedRows rows_of(std::set<Posting> const& postings, ChunkRange chunks) {
  EncodedRows rows;
  RowEncoder encoder(chunks, [&](Posting first, std::string_view row) { rows.emplace_back(first, row); });
  for (auto posting : postings) encoder.add(posting);
  encoder.finish();
  return rows;
}

// One that owns the chunks [first, first + count).
void add_source(Connection& connection, std::uint32_t first, std::uint32_t count) {
  SQLite::Statement source(connection.database(),
                           "INSERT INTO source VALUES (NULL, ?, '', '', '', 'spoken', 'transcript', '', '', '', '', "
                           "'', '', 0, ?, ?, 1, 1, 1)");
  source.bind(1, std::to_string(first));
  source.bind(2, first);
  source.bind(3, count);
  source.exec();
}

// Rising, of the chunks, and not more than the bits of a row can say.
void check_decoded(std::string const& row, Posting first, ChunkRange chunks, std::vector<Posting> const& postings) {
  CHECK(postings.size() <= 1 + row.size() * 8);
  CHECK(std::ranges::is_sorted(postings, std::less_equal()));
  CHECK(std::ranges::all_of(postings, [&](Posting posting) {
    return posting >= first && shingle_of(posting) < end_of_shingles && chunk_of(posting) >= chunks.first &&
           chunk_of(posting) <= chunks.last;
  }));
}

}  // namespace

TEST_CASE("rows give back what was put in") {
  auto next = numbers(1);
  for (int round = 0; round < 200; ++round) {
    ChunkRange chunks{static_cast<std::uint32_t>(next() % 1'000), 0};
    chunks.last = chunks.first + static_cast<std::uint32_t>(next() % (round % 2 == 0 ? 20 : 200'000'000));
    std::set<Posting> postings;
    auto const spread = round % 3 == 0 ? 4U : end_of_shingles;
    // Lists of one row, and lists of many.
    auto const count = round % 9 == 0 ? 20'000 : 300;
    for (int i = 0; i < count; ++i)
      postings.insert(posting(static_cast<Shingle>(next() % spread),
                              chunks.first + static_cast<std::uint32_t>(next() % chunks.size())));
    auto const rows = rows_of(postings, chunks);
    std::vector<Posting> decoded;
    RowDecoder decoder;
    for (auto const& [first, row] : rows) {
      auto const shingle = shingle_of(first);
      auto const earlier = std::ranges::count(decoded, shingle, shingle_of);
      CHECK(RowDecoder::earlier(decoder.padded(row)) == earlier);
      RowDecoder::all(decoder.padded(row), first, chunks, decoded);
    }
    CHECK(decoded == std::vector<Posting>(postings.begin(), postings.end()));

    auto const wanted = shingle_of(*std::next(postings.begin(), 5));
    std::vector<std::uint32_t> found, expected;
    auto const from = chunks.first + static_cast<std::uint32_t>(next() % chunks.size());
    ChunkRange const range = round % 5 == 0 ? ChunkRange{from, chunks.last} : chunks;
    for (auto const& [first, row] : rows) RowDecoder::chunks(decoder.padded(row), first, chunks, wanted, range, found);
    for (auto one : postings)
      if (shingle_of(one) == wanted && chunk_of(one) >= range.first) expected.push_back(chunk_of(one));
    CHECK(found == expected);
  }
}

TEST_CASE("any bytes are a row that ends") {
  auto next = numbers(2);
  RowDecoder decoder;
  for (int round = 0; round < 4'000; ++round) {
    std::string row(next() % 100, '\0');
    for (auto& byte : row) byte = static_cast<char>(round % 4 == 0 ? 0 : round % 4 == 1 ? next() & next() : next());
    ChunkRange const chunks{static_cast<std::uint32_t>(next()), static_cast<std::uint32_t>(next())};
    std::vector<Posting> postings;
    auto const chunk = chunks.first + static_cast<std::uint32_t>(round % 2 == 0 ? 0 : next() % 1'000);
    auto const first = posting(static_cast<Shingle>(next() % end_of_shingles), chunk);
    RowDecoder::all(decoder.padded(row), first, chunks, postings);
    check_decoded(row, first, chunks, postings);
    RowDecoder::earlier(decoder.padded(row));
  }
}

TEST_CASE("a damaged row ends too, and what is looked for in it is what is in it") {
  auto next = numbers(3);
  RowDecoder decoder;
  for (int round = 0; round < 300; ++round) {
    ChunkRange const chunks{1, 1 + static_cast<std::uint32_t>(next() % (round % 2 == 0 ? 50 : 500'000))};
    std::set<Posting> whole;
    for (int i = 0; i < 400; ++i)
      whole.insert(posting(static_cast<Shingle>(next() % 500), 1 + static_cast<std::uint32_t>(next() % chunks.size())));
    for (auto [first, row] : rows_of(whole, chunks)) {
      for (int i = 0; i < 3; ++i) row[next() % row.size()] = static_cast<char>(next());
      row.resize(row.size() - next() % std::min<std::size_t>(row.size(), 20));
      std::vector<Posting> postings;
      RowDecoder::all(decoder.padded(row), first, chunks, postings);
      check_decoded(row, first, chunks, postings);
      auto const wanted = shingle_of(postings[next() % postings.size()]);
      std::vector<std::uint32_t> found, expected;
      RowDecoder::chunks(decoder.padded(row), first, chunks, wanted, chunks, found);
      for (auto posting : postings)
        if (shingle_of(posting) == wanted) expected.push_back(chunk_of(posting));
      CHECK(found == expected);
    }
  }
}

TEST_CASE("a list is read where it is short enough, however it is spread over rows and segments") {
  Folder folder;
  Connection connection(folder / "store", Access::write);
  PostingIndex index(connection);
  // One shingle of each kind: in about every second chunk, every tenth, every hundredth.
  std::map<Shingle, std::vector<std::uint32_t>> lists;
  auto next = numbers(4);
  std::uint32_t chunk = 1;
  for (auto const& [count, words] : {std::pair{12'000U, 1'000'000U}, std::pair{3'000U, 100U}}) {
    add_source(connection, chunk, count);
    PostingRuns runs(folder.path());
    auto const first = chunk;
    for (auto const end = chunk + count; chunk < end; ++chunk) {
      for (std::uint32_t rarity : {2U, 10U, 100U}) {
        if (next() % rarity != 0) continue;
        runs.add(rarity << 10, chunk);
        lists[rarity << 10].push_back(chunk);
      }
    }
    index.append(runs, {first, chunk - 1}, words);
  }
  // As the connection that wrote reads it, by SQLite's statements, and another, directly.
  auto const check_with = [&](PostingIndex const& read_by, PostingIndex const& other) {
    auto const state = read_by.state();
    CHECK(state.segments.size() == 2);
    for (auto const& segment : state.segments) CHECK(read_by.counts_are_right(segment));
    std::vector<std::uint32_t> found;
    for (auto const& [shingle, list] : lists) {
      for (std::size_t most :
           {std::size_t{0}, std::size_t{20}, list.size() / 2, list.size() - 1, list.size(), list.size() + 1}) {
        auto const is_short = read_by.read(state, shingle, most, found);
        CHECK(is_short == (list.size() <= most));
        if (is_short) CHECK(found == list);
      }
      for (std::uint32_t from = 1; from < 15'000; from += 37) {
        ChunkRange const range{from, from + (from % 5 == 0 ? 8'000 : from % 131)};
        read_by.read_range(state, shingle, range, found);
        CHECK(found ==
              std::vector(std::ranges::lower_bound(list, range.first), std::ranges::upper_bound(list, range.last)));
      }
    }
    std::vector<Shingle> several;
    for (Shingle one = 0; one < 60'000; one += 512) several.push_back(one);
    for (std::size_t const most : {100U, 2'000U, 20'000U}) {
      std::size_t count = 0;
      read_by.read_each(state, several, most, [&](std::size_t place, std::vector<std::uint32_t> const* chunks) {
        CHECK(place == count++);
        auto const is_short = other.read(state, several[place], most, found);
        CHECK(is_short == (chunks != nullptr));
        if (chunks != nullptr) CHECK(*chunks == found);
      });
      CHECK(count == several.size());
    }
  };
  auto const check = [&] {
    check_with(index, PostingIndex(connection));
    Connection reading(folder / "store", Access::read);
    Snapshot const snapshot(reading);
    REQUIRE(reading.direct(DirectTable::posting) != nullptr);
    check_with(PostingIndex(reading), index);
  };
  check();
  ChunkRange const gone{200, 2'000};
  index.forget(gone, 1'000);
  for (auto& [shingle, list] : lists)
    std::erase_if(list, [&](auto one) { return one >= gone.first && one <= gone.last; });
  check();
}

TEST_CASE("all postings of a range of shingles: the first is among them, the one behind the last is not") {
  Folder folder;
  Connection connection(folder / "store", Access::write);
  PostingIndex index(connection);
  std::vector<Posting> all;
  add_source(connection, 1, 9);
  PostingRuns runs(folder.path());
  for (Shingle one = 10; one < 5'000; one += 10) {
    for (std::uint32_t chunk = 1; chunk <= 9; chunk += 4) {
      runs.add(one, chunk);
      all.push_back(posting(one, chunk));
    }
  }
  index.append(runs, {1, 9}, 1'000);
  auto const segment = index.segments().at(0);
  for (auto const& range : {std::pair<Shingle, Shingle>{0, end_of_shingles},
                            {10, 5'000},
                            {200, 210},
                            {200, 201},
                            {201, 210},
                            {1'990, 3'000},
                            {1'991, 3'001},
                            {4'990, 4'991},
                            {5'000, 6'000}}) {
    auto const first = range.first;
    auto const last = range.second;
    CAPTURE(first);
    CAPTURE(last);
    std::vector<Posting> found, expected;
    index.read_all(segment, first, last, found);
    for (auto one : all)
      if (shingle_of(one) >= first && shingle_of(one) < last) expected.push_back(one);
    CHECK(found == expected);
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

namespace {

// Adds a source of 20 chunks and its postings, with `words` words.
void append_source(Connection& connection, PostingIndex& index, std::uint32_t number, std::uint64_t words,
                   PostingIndex::Merge merge) {
  auto const first = 1 + number * 20;
  add_source(connection, first, 20);
  PostingRuns runs(connection.file().parent_path());
  for (auto chunk = first; chunk < first + 20; ++chunk) {
    runs.add(7, chunk);
    runs.add(1'000 + number % 3, chunk);
    runs.add(first_long_shingle + number, chunk);
  }
  index.append(runs, {first, first + 19}, words, merge);
}

std::vector<std::size_t> sizes_of_lists(PostingIndex const& index) {
  std::vector<std::size_t> sizes;
  std::vector<std::uint32_t> chunks;
  auto const state = index.state();
  for (auto const& segment : state.segments) CHECK(index.counts_are_right(segment));
  for (Shingle const shingle : {Shingle{7}, Shingle{1'000}, Shingle{1'001}, Shingle{1'002}, first_long_shingle,
                                first_long_shingle + 1, first_long_shingle + 5}) {
    index.read(state, shingle, 1'000'000, chunks);
    CHECK(std::ranges::is_sorted(chunks, std::less_equal()));
    sizes.push_back(chunks.size());
  }
  return sizes;
}

}  // namespace

TEST_CASE("segments that are left for later are read, and then merged as the levels demand") {
  Folder folder;
  Connection connection(folder / "store", Access::write);
  PostingIndex index(connection);
  using enum PostingIndex::Merge;
  for (std::uint32_t i = 0; i < 6; ++i) append_source(connection, index, i, 100, later);
  CHECK(index.segments().size() == 6);
  std::vector<std::size_t> const expected{120, 40, 40, 40, 20, 20, 20};
  CHECK(sizes_of_lists(index) == expected);
  SUBCASE("by the next that is merged") { append_source(connection, index, 6, 100, now); }
  SUBCASE("when no more comes") { index.merge_levels(); }
  auto const segments = index.segments();
  CHECK(segments.size() <= 3);
  CHECK(levels_of(segments).size() == segments.size());
  auto const grown = sizes_of_lists(index);
  CHECK(grown.front() == (segments.back().chunks.last > 120 ? 140 : 120));
  CHECK(grown.back() == 20);
}

TEST_CASE("however much is left for later, the segments stay few") {
  Folder folder;
  Connection connection(folder / "store", Access::write);
  PostingIndex index(connection);
  for (std::uint32_t i = 0; i < 100; ++i) {
    append_source(connection, index, i, 100, PostingIndex::Merge::later);
    CHECK(index.segments().size() <= 20);
  }
  CHECK(sizes_of_lists(index).front() == 2'000);
}

TEST_CASE("merge_all makes one segment, without what was removed") {
  Folder folder;
  Connection connection(folder / "store", Access::write);
  PostingIndex index(connection);
  CHECK_FALSE(index.merge_all());
  for (std::uint32_t i = 0; i < 4; ++i)
    append_source(connection, index, i, i == 0 ? 1'000 : 10, PostingIndex::Merge::later);
  connection.database().exec("DELETE FROM source WHERE first_chunk = 21");
  index.forget({21, 40}, 10);
  auto const before = sizes_of_lists(index);
  CHECK(index.merge_all());
  CHECK(sizes_of_lists(index) == before);
  auto const state = index.state();
  CHECK(state.segments.size() == 1);
  CHECK(state.segments.front().dead_words == 0);
  CHECK(state.words == 1'020);
  CHECK(state.dead.empty());
  CHECK(index.count(state, 7) == 60);
  CHECK_FALSE(index.merge_all());
}

TEST_CASE("an index without postings answers each look-up, in order, with none") {
  Folder folder;
  Store::open_writable(folder / "store");
  Connection connection(folder / "store", Access::read);
  PostingIndex const index(connection);
  std::vector<Shingle> const shingles{5, 7, 9};
  std::vector<std::size_t> places;
  index.read_each(index.state(), shingles, 10, [&](std::size_t place, std::vector<std::uint32_t> const* chunks) {
    places.push_back(place);
    CHECK((chunks != nullptr && chunks->empty()));
  });
  CHECK(places == std::vector<std::size_t>{0, 1, 2});
}
