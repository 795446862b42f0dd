// SPDX-License-Identifier: MIT
#include "db/search/chunk_owners.hpp"

#include "db/index/extents.hpp"

namespace quoth::db {

namespace {

// The cache is cleared beyond this number.
constexpr std::size_t most_sources = 40'000;
// A covering index answers it.
constexpr char const* dated_source_by_chunk =
    "SELECT number, first_chunk, chunks, date, id FROM source WHERE first_chunk <= ? ORDER BY first_chunk DESC LIMIT 1";

}  // namespace

ChunkOwners::ChunkOwners(Cache& cache, Connection& connection) : cache_(cache), connection_(connection) {
  auto const version = connection.version();
  if (version != cache.version_ || cache.by_last_chunk_.size() >= most_sources) cache.by_last_chunk_.clear();
  cache.version_ = version;
}

DatedSource const* ChunkOwners::find(std::int64_t chunk) const {
  auto const known = cache_.by_last_chunk_.upper_bound(chunk);
  if (known != cache_.by_last_chunk_.end() && chunk >= known->second.extent.first_chunk) return &known->second;
  Rows rows(connection_.prepared(dated_source_by_chunk), chunk);
  if (!rows.next()) return nullptr;
  auto const extent = extent_of(connection_, rows.integer(0), rows.integer(1), rows.integer(2));
  if (chunk >= extent.last_chunk) return nullptr;
  auto const added =
      cache_.by_last_chunk_.emplace_hint(known, extent.last_chunk, DatedSource{extent, rows.text(3), rows.text(4)});
  return &added->second;
}

}  // namespace quoth::db
