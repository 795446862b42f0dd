// SPDX-License-Identifier: MIT
#include "db/search/speaker_chunks.hpp"

#include <algorithm>
#include <iterator>

#include "db/index/extents.hpp"

namespace quoth::db {

namespace {

constexpr char const* extents_of_speaker =
    "SELECT DISTINCT source.first_chunk, source.chunks FROM label JOIN source INDEXED BY source_extent ON "
    "source.number = label.source "
    "WHERE label.speaker = ? AND source.chunks > 0 ORDER BY source.first_chunk";

std::vector<ChunkRange> read_ranges(Connection& connection, std::int64_t speaker) {
  std::vector<ChunkRange> ranges;
  for (Rows rows(connection.prepared(extents_of_speaker), speaker); rows.next();) {
    auto const extent = extent_of(connection, 0, rows.integer(0), rows.integer(1));
    ranges.push_back(
        {static_cast<std::uint32_t>(extent.first_chunk), static_cast<std::uint32_t>(extent.last_chunk - 1)});
  }
  return ranges;
}

}  // namespace

SpeakerChunks::SpeakerChunks(Cache& cache, Connection& connection, std::span<std::int64_t const> speakers) {
  for (auto const speaker : speakers) {
    auto const& own =
        cache.ranges_.get(speaker, connection.version(), [&] { return read_ranges(connection, speaker); });
    ranges_.insert(ranges_.end(), own.begin(), own.end());
  }
  if (speakers.size() < 2) return;
  std::ranges::sort(ranges_, {}, &ChunkRange::first);
  auto const same = [](ChunkRange const& a, ChunkRange const& b) { return a.first == b.first; };
  ranges_.erase(std::unique(ranges_.begin(), ranges_.end(), same), ranges_.end());
}

bool SpeakerChunks::hold(std::uint32_t chunk) const {
  auto const after = std::ranges::upper_bound(ranges_, chunk, {}, &ChunkRange::first);
  return after != ranges_.begin() && chunk <= std::prev(after)->last;
}

std::span<std::uint32_t const> SpeakerChunks::own_of(std::span<std::uint32_t const> chunks,
                                                     std::vector<std::uint32_t>& own) const {
  own.clear();
  auto range = ranges_.begin();
  std::ranges::copy_if(chunks, std::back_inserter(own), [&](std::uint32_t chunk) {
    while (range != ranges_.end() && range->last < chunk) ++range;
    return range != ranges_.end() && chunk >= range->first;
  });
  return own;
}

}  // namespace quoth::db
