// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "db/index/chunk_range.hpp"

namespace quoth::db {

// A part of the inverted index, written in one go for the chunks that were new then.
struct Segment {
  std::int64_t number = 0;
  ChunkRange chunks;
  std::uint64_t words = 0;
  std::uint64_t dead_words = 0;  // of these, words of sources removed since

  std::uint64_t alive_words() const { return words - std::min(words, dead_words); }
};

// Leveled compaction, as in a log-structured merge tree (https://en.wikipedia.org/wiki/Log-structured_merge-tree): a
// segment holds at least this many times the words of the next. So a look-up reads few segments, and a posting is
// rewritten a few times for each such factor by which the index grows.
constexpr std::uint64_t growth_of_level = 4;

// The segments, oldest first, in parts of neighbours that must become one for each to be large enough for the next.
std::vector<std::vector<Segment>> levels_of(std::vector<Segment> const& segments);

}  // namespace quoth::db
