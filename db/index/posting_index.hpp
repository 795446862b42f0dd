// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "db/index/posting_codec.hpp"
#include "db/index/posting_runs.hpp"
#include "db/index/shingle.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth {

// A part of the index, written at one time, for the chunks that were new then.
struct Segment {
  std::int64_t number = 0;
  ChunkRange chunks;
  std::uint64_t words = 0;
  std::uint64_t dead_words = 0;  // of sources removed since

  std::uint64_t alive_words() const { return words - std::min(words, dead_words); }
};

// What a reader must know before it looks up shingles.
struct IndexState {
  std::vector<Segment> segments;
  std::vector<ChunkRange> dead;   // chunks of removed sources that segments still name, rising
  std::uint64_t dead_chunks = 0;  // how many these are
  std::uint64_t words = 0;        // of the sources that are there

  bool is_dead(std::uint32_t chunk) const;
  // Of so many postings of one shingle.
  std::size_t least_alive(std::size_t postings) const {
    return postings - std::min<std::size_t>(postings, dead_chunks);
  }
};

// In which chunks a shingle stands. The index is a few segments, each at least four times as large as the next: new
// postings become a segment, which takes in those before it that are too small. So adding costs in the long run a few
// times what is added, however large the store is, and reading looks in a few places.
class PostingIndex {
 public:
  explicit PostingIndex(Connection& connection) : connection_(connection) {}

  // The postings of `words` words in those chunks, all newer than any in the index.
  void append(PostingRuns& runs, ChunkRange chunks, std::uint64_t words);
  // The chunks' source is gone: their postings go when their segment is written anew, at the latest when a quarter of
  // it is dead.
  void forget(ChunkRange chunks, std::uint64_t words);
  void sweep();

  std::vector<Segment> segments() const;

  IndexState state() const;
  // The chunks that hold the shingle, rising. False, and `chunks` of no use, where there are more than `most`: this
  // must not depend on how the postings are spread over segments.
  bool read(IndexState const& state, Shingle shingle, std::size_t most, std::vector<std::uint32_t>& chunks) const;
  // Those of the chunks in `range` that hold the shingle, rising. Costs the same however many hold it elsewhere.
  void read_range(IndexState const& state, Shingle shingle, ChunkRange range, std::vector<std::uint32_t>& chunks) const;
  // Whether each row of a segment says rightly how much of a list is in earlier ones.
  bool counts_are_right(Segment const& segment) const;
  // All postings of the shingles [first, last), rising.
  void read_all(Segment const& segment, Shingle first, Shingle last, std::vector<Posting>& out) const;

 private:
  void write(PostingRuns& runs, ChunkRange chunks, std::uint64_t words, std::vector<Segment> const& merged);
  std::vector<bool> live_chunks(ChunkRange chunks) const;
  bool read_segment(IndexState const& state, Segment const& segment, Shingle shingle, ChunkRange range,
                    std::size_t most, std::vector<std::uint32_t>& chunks) const;

  Connection& connection_;
  mutable RowDecoder decoder_;
};

}  // namespace quoth
