// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "db/index/posting_codec.hpp"
#include "db/index/segment_levels.hpp"
#include "db/index/shingle.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth::db {

class PostingRuns;
struct PrefetchedRow;

// What a reader must load before it looks up shingles.
struct IndexState {
  std::vector<Segment> segments;
  std::vector<ChunkRange> dead;   // chunks of removed sources that are still in segments, rising
  std::uint64_t dead_chunks = 0;  // the number of chunks in `dead`
  std::uint64_t words = 0;        // of the sources in the store

  bool is_dead(std::uint32_t chunk) const;
  // The least number of live postings among `postings` of one shingle.
  std::size_t least_alive(std::size_t postings) const {
    return postings - std::min<std::size_t>(postings, dead_chunks);
  }
};

// An inverted index (https://en.wikipedia.org/wiki/Inverted_index): finds the chunks that contain a shingle. Like a
// log-structured merge tree it consists of a few segments: new postings become a segment, merged with those before it
// that are too small (segment_levels.hpp). Not safe for use by several threads at once.
class PostingIndex {
 public:
  using Progress = std::function<void(double done)>;

  explicit PostingIndex(Connection& connection) : connection_(connection) {}

  // When segments are merged: as the levels demand, or as more is to come, and then once for all of it.
  enum class Merge { now, later };

  // Adds the postings of `chunks`, which hold `words` words and are newer than any chunk in the index. Merges
  // nevertheless where there are very many segments.
  void append(PostingRuns& runs, ChunkRange chunks, std::uint64_t words, Merge merge = Merge::now);
  // Merges what an `append` left for later.
  void merge_levels();
  // Makes one segment of all, without the chunks of removed sources. Returns false where it was so already. `progress`
  // is told which share is done, from 0 to 1.
  bool merge_all(Progress const& progress = {});
  // Marks the chunks of a removed source, with `words` words, as dead. Their postings are dropped when their segment is
  // next rewritten.
  void forget(ChunkRange chunks, std::uint64_t words);
  // Rewrites each segment of which a quarter or more is dead.
  void sweep();

  std::vector<Segment> segments() const;

  IndexState state() const;
  // Reads the posting list of a shingle into `chunks`, in rising order. Returns false, with `chunks` unspecified, if it
  // is longer than `most`. The result does not depend on how the postings are spread over segments.
  bool read(IndexState const& state, Shingle shingle, std::size_t most, std::vector<std::uint32_t>& chunks) const;
  // Reads the posting lists of several shingles as `read` does, in half the time: while one is decoded, the next are
  // fetched from memory. Calls `take` with the place of each shingle and its list, in order, null where it is longer
  // than `most`. The list is valid during the call, which may not use the index.
  using TakeList = std::function<void(std::size_t place, std::vector<std::uint32_t> const* chunks)>;
  void read_each(IndexState const& state, std::span<Shingle const> shingles, std::size_t most,
                 TakeList const& take) const;
  // The length of the posting list of a shingle, with postings of removed sources. Reads one row of each segment.
  std::size_t count(IndexState const& state, Shingle shingle) const;
  // Reads the part of the posting list that lies in `range`, in rising order. The cost does not depend on the length of
  // the whole list.
  void read_range(IndexState const& state, Shingle shingle, ChunkRange range, std::vector<std::uint32_t>& chunks) const;
  // Whether each row of a segment gives the right number of postings of its first shingle in earlier rows.
  bool counts_are_right(Segment const& segment) const;
  // Appends all postings of the shingles [first, last) to `out`, in rising order.
  void read_all(Segment const& segment, Shingle first, Shingle last, std::vector<Posting>& out) const;

 private:
  void write(PostingRuns& runs, std::vector<Segment> const& parts, Progress const& progress = {});
  void rewrite(std::vector<Segment> const& parts, Progress const& progress = {});
  std::vector<bool> live_chunks(ChunkRange chunks) const;
  bool read_segment(IndexState const& state, Segment const& segment, Shingle shingle, ChunkRange range,
                    std::size_t most, std::vector<std::uint32_t>& chunks,
                    PrefetchedRow const* prefetched = nullptr) const;

  Connection& connection_;
  mutable RowDecoder decoder_;
};

}  // namespace quoth::db
