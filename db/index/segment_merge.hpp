// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "db/index/chunk_range.hpp"
#include "db/index/posting_rows.hpp"
#include "db/index/posting_runs.hpp"

namespace quoth::db {

// Writes a new segment of the index out of older ones, which it empties, and of postings that are not written yet: a
// merge of sorted lists, part by part of the shingles, so that memory does not grow with the store.
class SegmentMerge {
 public:
  // `live` tells of each chunk from the first on whether it still has a source; the postings of others are left out.
  SegmentMerge(Connection& connection, std::int64_t number, ChunkRange chunks, std::vector<bool> live);
  SegmentMerge(SegmentMerge const&) = delete;
  SegmentMerge& operator=(SegmentMerge const&) = delete;
  ~SegmentMerge() = default;

  // A segment whose postings go into the new one; its chunks are among those of the new one.
  void add(std::int64_t segment, ChunkRange chunks);
  // Adds the postings of `runs` and writes all of them, some `words` of text. Once only. `progress`, if any, is told
  // which share is done, from 0 to 1.
  void run(PostingRuns& runs, std::uint64_t words, std::function<void(double)> const& progress);

 private:
  // Writes the postings of a part of the shingles, those of `fresh` too.
  void write_part(std::uint32_t part, std::uint64_t steps, std::span<Posting const> fresh);
  // Writes the postings with shingles below `end` that are left.
  void write_below(Shingle end, std::span<Posting const> fresh);

  Connection& connection_;
  ChunkRange chunks_;
  std::vector<bool> live_;
  RowWriter writer_;
  std::vector<RowDrain> drains_;
  Posting least_ = 0;                 // that may come next: those of a damaged segment may not rise
  std::vector<Posting> postings_;     // lent to write_below
  std::vector<std::ptrdiff_t> ends_;  // of the sorted runs in them
};

}  // namespace quoth::db
