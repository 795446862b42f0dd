// SPDX-License-Identifier: MIT
#include "db/index/posting_index.hpp"

#include <algorithm>
#include <limits>

#include "db/index/extents.hpp"
#include "db/index/posting_cursor.hpp"
#include "db/index/posting_rows.hpp"
#include "db/index/posting_runs.hpp"
#include "db/index/segment_merge.hpp"
#include "db/sqlite/table_readers.hpp"

namespace quoth::db {

namespace {

constexpr char const* all_segments =
    "SELECT number, first_chunk, last_chunk, words, dead_words FROM segment ORDER BY first_chunk";
constexpr char const* insert_segment =
    "INSERT INTO segment (number, first_chunk, last_chunk, words, dead_words) VALUES (?, ?, ?, ?, 0)";
constexpr char const* delete_segment = "DELETE FROM segment WHERE number = ?";
constexpr char const* add_dead =
    "UPDATE segment SET dead_words = dead_words + ? WHERE first_chunk <= ? AND last_chunk >= ?";
constexpr char const* insert_dead = "INSERT INTO dead_chunks (first_chunk, last_chunk) VALUES (?, ?)";
constexpr char const* delete_dead = "DELETE FROM dead_chunks WHERE first_chunk >= ? AND first_chunk <= ?";
constexpr char const* all_dead = "SELECT first_chunk, last_chunk FROM dead_chunks ORDER BY first_chunk";
constexpr char const* live_ranges =
    "SELECT first_chunk, chunks FROM source WHERE first_chunk >= ? AND first_chunk <= ? ORDER BY first_chunk";
constexpr char const* rows_up_from = "SELECT number, chunks FROM posting WHERE number >= ? ORDER BY number";

constexpr auto any_length = std::numeric_limits<std::size_t>::max();
constexpr std::int64_t not_written = 0;  // the number of a segment that is still to be written
// With so many segments none is left for later: every look-up reads them meanwhile.
constexpr std::size_t most_unmerged = 16;

// More than cut_into_chunks puts into one. Merging takes steps by the number of words, so it must not be beyond all
// reason.
constexpr std::uint64_t most_words_of_chunk = 1'000;

// An unused segment number: one above the largest while there is room, because SQLite packs rows at the end of the
// table best.
std::int64_t free_number(std::vector<Segment> const& segments) {
  std::int64_t largest = 0;
  for (auto const& segment : segments) largest = std::max(largest, segment.number);
  if (largest + 1 < RowKey::most_segments) return largest + 1;
  std::int64_t number = 1;
  while (std::ranges::find(segments, number, &Segment::number) != segments.end()) ++number;
  return number;
}

}  // namespace

std::vector<Segment> PostingIndex::segments() const {
  std::vector<Segment> segments;
  for (Rows rows(connection_.prepared(all_segments)); rows.next();) {
    Segment const segment{rows.integer(0), chunk_range(connection_, rows.integer(1), rows.integer(2)),
                          static_cast<std::uint64_t>(rows.integer(3)), static_cast<std::uint64_t>(rows.integer(4))};
    bool const is_next = segments.empty() || segments.back().chunks.last < segment.chunks.first;
    if (!is_next || segment.number < 1 || segment.number >= RowKey::most_segments || rows.integer(3) < 0 ||
        rows.integer(4) < 0 || segment.words > most_words_of_chunk * segment.chunks.size())
      throw connection_.damage("the parts of its index contradict each other");
    segments.push_back(segment);
  }
  return segments;
}

bool IndexState::is_dead(std::uint32_t chunk) const {
  auto after = std::ranges::upper_bound(dead, chunk, {}, &ChunkRange::first);
  return after != dead.begin() && chunk <= std::prev(after)->last;
}

IndexState PostingIndex::state() const {
  IndexState state;
  state.segments = segments();
  bool any_dead = false;
  for (auto const& segment : state.segments) {
    state.words += segment.alive_words();
    any_dead = any_dead || segment.dead_words > 0;
  }
  if (!any_dead) return state;
  for (Rows rows(connection_.prepared(all_dead)); rows.next();) {
    state.dead.push_back(chunk_range(connection_, rows.integer(0), rows.integer(1)));
    state.dead_chunks += state.dead.back().size();
  }
  return state;
}

void PostingIndex::append(PostingRuns& runs, ChunkRange chunks, std::uint64_t words, Merge merge) {
  auto all = segments();
  Segment const fresh{not_written, chunks, words, 0};
  if (merge == Merge::later && all.size() < most_unmerged) return write(runs, {fresh});
  all.push_back(fresh);
  for (auto const& level : levels_of(all)) {
    if (level.back().number == not_written)
      write(runs, level);
    else if (level.size() > 1)
      rewrite(level);
  }
}

void PostingIndex::merge_levels() {
  for (auto const& level : levels_of(segments()))
    if (level.size() > 1) rewrite(level);
}

bool PostingIndex::merge_all(Progress const& progress) {
  auto const all = segments();
  bool const is_one = all.size() < 2 && std::ranges::all_of(all, [](auto const& one) { return one.dead_words == 0; });
  if (!is_one) rewrite(all, progress);
  return !is_one;
}

void PostingIndex::forget(ChunkRange chunks, std::uint64_t words) {
  Rows(connection_.prepared(insert_dead), chunks.first, chunks.last).run();
  Rows(connection_.prepared(add_dead), static_cast<std::int64_t>(words), chunks.first, chunks.first).run();
}

void PostingIndex::sweep() {
  for (auto const& segment : segments())
    if (segment.dead_words * growth_of_level >= segment.words) rewrite({segment});
}

void PostingIndex::rewrite(std::vector<Segment> const& parts, Progress const& progress) {
  PostingRuns none(connection_.file().parent_path());
  write(none, parts, progress);
}

// Makes one segment of the parts, which are neighbours. The postings of the one that is not written yet are in `runs`.
void PostingIndex::write(PostingRuns& runs, std::vector<Segment> const& parts, Progress const& progress) {
  auto const number = free_number(segments());
  ChunkRange const chunks{parts.front().chunks.first, parts.back().chunks.last};
  SegmentMerge merge(connection_, number, chunks, live_chunks(chunks));
  std::uint64_t words = 0;
  for (auto const& part : parts) {
    words += part.alive_words();
    if (part.number != not_written) merge.add(part.number, part.chunks);
  }
  merge.run(runs, words, progress);
  for (auto const& part : parts) Rows(connection_.prepared(delete_segment), part.number).run();
  Rows(connection_.prepared(delete_dead), chunks.first, chunks.last).run();
  if (words > 0)
    Rows(connection_.prepared(insert_segment), number, chunks.first, chunks.last, static_cast<std::int64_t>(words))
        .run();
}

std::vector<bool> PostingIndex::live_chunks(ChunkRange chunks) const {
  std::vector<bool> live(chunks.size());
  std::int64_t end = 0;  // of the source before
  for (Rows rows(connection_.prepared(live_ranges), chunks.first, chunks.last); rows.next();) {
    auto const own = extent_of(connection_, 0, rows.integer(0), rows.integer(1));
    if (own.first_chunk < end) throw connection_.damage("two sources have the same text");
    end = own.last_chunk;
    auto const last = std::min<std::int64_t>(own.last_chunk, std::int64_t{chunks.last} + 1);
    for (auto chunk = own.first_chunk; chunk < last; ++chunk)
      live[static_cast<std::size_t>(chunk - chunks.first)] = true;
  }
  return live;
}

bool PostingIndex::counts_are_right(Segment const& segment) const {
  std::vector<Posting> postings;
  std::uint32_t count = 0;  // postings of the shingle `last` so far
  Shingle last = 0;
  Rows rows(connection_.prepared(rows_up_from), RowKey{segment.number, 0, 0}.number());
  while (rows.next()) {
    auto const key = RowKey::of(rows.integer(0));
    if (key.segment != segment.number) break;
    auto const row = decoder_.padded(rows.bytes(1));
    if (RowDecoder::earlier(row) != (key.shingle == last ? count : 0)) return false;
    postings.clear();
    RowDecoder::all(row, key.first_of(row), segment.chunks, postings);
    for (auto posting : postings) {
      count = shingle_of(posting) == last ? count + 1 : 1;
      last = shingle_of(posting);
    }
  }
  return true;
}

bool PostingIndex::read(IndexState const& state, Shingle shingle, std::size_t most,
                        std::vector<std::uint32_t>& chunks) const {
  chunks.clear();
  return std::ranges::all_of(state.segments, [&](Segment const& segment) {
    return read_segment(state, segment, shingle, segment.chunks, most, chunks);
  });
}

// A look-up is one shingle in one segment. Each goes through its four steps `distance` look-ups apart, which is longer
// than memory takes to answer.
void PostingIndex::read_each(IndexState const& state, std::span<Shingle const> shingles, std::size_t most,
                             TakeList const& take) const {
  constexpr std::size_t distance = 4;
  constexpr std::size_t under_way = 16;
  auto* const direct = connection_.direct(DirectTable::posting);
  auto const segments = state.segments.size();
  auto const look_ups = segments * shingles.size();
  std::array<PrefetchedRow, under_way> rows;
  std::vector<std::uint32_t> chunks;
  bool is_short = true;
  // Calls `step` with the look-up that has come to it.
  auto const at = [&](std::size_t look_up, std::size_t steps, auto const& step) {
    if (look_up >= steps * distance && look_up - steps * distance < look_ups) step(look_up - steps * distance);
  };
  auto const read_one = [&](std::size_t look_up) {
    auto const place = look_up / segments;
    auto const& segment = state.segments[look_up % segments];
    if (look_up % segments == 0) chunks.clear(), is_short = true;
    is_short = is_short && read_segment(state, segment, shingles[place], segment.chunks, most, chunks,
                                        direct ? &rows[look_up % under_way] : nullptr);
    if (look_up % segments + 1 == segments) take(place, is_short ? &chunks : nullptr);
  };
  for (std::size_t look_up = 0; look_up < look_ups + 3 * distance; ++look_up) {
    if (direct != nullptr) {
      at(look_up, 0, [&](std::size_t i) {
        auto const& segment = state.segments[i % segments];
        rows[i % under_way] =
            direct->prefetch_page(RowKey{segment.number, shingles[i / segments], segment.chunks.last}.number());
      });
      at(look_up, 1, [&](std::size_t i) { direct->prefetch_keys(rows[i % under_way]); });
      at(look_up, 2, [&](std::size_t i) { direct->prefetch_payload(rows[i % under_way]); });
    }
    at(look_up, 3, read_one);
  }
  if (segments == 0)
    for (std::size_t place = 0; place < shingles.size(); ++place) take(place, &chunks);
}

void PostingIndex::read_range(IndexState const& state, Shingle shingle, ChunkRange range,
                              std::vector<std::uint32_t>& chunks) const {
  chunks.clear();
  for (auto const& segment : state.segments) {
    ChunkRange const own{std::max(range.first, segment.chunks.first), std::min(range.last, segment.chunks.last)};
    if (own.first <= own.last) read_segment(state, segment, shingle, own, any_length, chunks);
  }
}

// Starts at the last row that can contain the shingle and goes back while the list continues in the row before. Each
// row says how many postings are in earlier rows, so a list that is too long is recognised without reading them.
bool PostingIndex::read_segment(IndexState const& state, Segment const& segment, Shingle shingle, ChunkRange range,
                                std::size_t most, std::vector<std::uint32_t>& chunks,
                                PrefetchedRow const* prefetched) const {
  auto const begin = static_cast<std::ptrdiff_t>(chunks.size());
  PostingCursor rows(connection_, {segment.number, shingle, range.last}, decoder_, prefetched);
  while (rows.next()) {
    auto const key = rows.key();
    if (key.segment != segment.number) break;
    auto const row = rows.row();
    auto const first = key.first_of(row);
    auto const old_size = static_cast<std::ptrdiff_t>(chunks.size());
    auto const earlier = key.shingle == shingle ? state.least_alive(RowDecoder::earlier(row)) : 0;
    if (chunks.size() + earlier > most) return false;
    RowDecoder::chunks(row, first, segment.chunks, shingle, range, chunks);
    if (!state.dead.empty())
      chunks.erase(
          std::remove_if(chunks.begin() + old_size, chunks.end(), [&](auto chunk) { return state.is_dead(chunk); }),
          chunks.end());
    std::reverse(chunks.begin() + old_size, chunks.end());
    if (chunks.size() + earlier > most) return false;
    if (first <= posting(shingle, range.first)) break;
  }
  std::reverse(chunks.begin() + begin, chunks.end());
  return true;
}

std::size_t PostingIndex::count(IndexState const& state, Shingle shingle) const {
  std::size_t count = 0;
  std::vector<std::uint32_t> chunks;
  for (auto const& segment : state.segments) {
    PostingCursor rows(connection_, {segment.number, shingle, segment.chunks.last}, decoder_);
    if (!rows.next()) continue;
    auto const key = rows.key();
    if (key.segment != segment.number) continue;
    chunks.clear();
    RowDecoder::chunks(rows.row(), key.first_of(rows.row()), segment.chunks, shingle, segment.chunks, chunks);
    count += chunks.size() + (key.shingle == shingle ? RowDecoder::earlier(rows.row()) : 0);
  }
  return count;
}

void PostingIndex::read_all(Segment const& segment, Shingle first, Shingle last, std::vector<Posting>& out) const {
  std::vector<Posting> postings;
  PostingCursor rows(connection_, RowKey::of(RowKey{segment.number, last, 0}.number() - 1), decoder_);
  while (rows.next()) {
    auto const key = rows.key();
    if (key.segment != segment.number) break;
    RowDecoder::all(rows.row(), key.first_of(rows.row()), segment.chunks, postings);
    if (key.shingle < first) break;
  }
  std::erase_if(postings, [&](Posting p) { return shingle_of(p) < first || shingle_of(p) >= last; });
  std::ranges::sort(postings);
  out.insert(out.end(), postings.begin(), postings.end());
}

}  // namespace quoth::db
