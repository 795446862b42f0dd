// SPDX-License-Identifier: MIT
#include "db/search/chunk_owners.hpp"

#include "db/index/extents.hpp"

namespace quoth::db {

namespace {

// Size of the direct-mapped cache from ranges of chunks to sources.
constexpr std::int64_t chunks_of_stretch = 8;
constexpr std::size_t most_stretches = 8'192;
// The cache of sources is cleared beyond this number.
constexpr std::size_t most_sources = 10'000;
// A covering index answers it.
constexpr char const* dated_source_by_chunk =
    "SELECT number, first_chunk, chunks, date, id FROM source WHERE first_chunk <= ? ORDER BY first_chunk DESC LIMIT 1";

}  // namespace

ChunkOwners::ChunkOwners(Cache& cache, Connection& connection) : cache_(cache), connection_(connection) {
  auto const version = connection.version();
  if (version != cache.version_ || cache.sources_.size() >= most_sources) {
    cache.sources_.clear();
    cache.by_some_chunks_.assign(most_stretches, nullptr);
  }
  cache.version_ = version;
}

DatedSource const* ChunkOwners::find(std::int64_t chunk) const {
  auto& known = cache_.by_some_chunks_[static_cast<std::size_t>(chunk / chunks_of_stretch) % most_stretches];
  if (known != nullptr && chunk >= known->extent.first_chunk && chunk < known->extent.last_chunk) return known;
  Rows rows(connection_.prepared(dated_source_by_chunk), chunk);
  if (!rows.next()) return nullptr;
  auto const extent = extent_of(connection_, rows.integer(0), rows.integer(1), rows.integer(2));
  if (chunk >= extent.last_chunk) return nullptr;
  known = &cache_.sources_.emplace_back(DatedSource{extent, rows.text(3), rows.text(4)});
  return known;
}

}  // namespace quoth::db
