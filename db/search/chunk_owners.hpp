// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "db/index/chunk.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth::db {

// The fields of a source that tie-breaking needs.
struct DatedSource {
  Extent extent;
  std::string date;
  std::string id;
};

// Which source owns a chunk, for one query.
class ChunkOwners {
 public:
  // What is known from earlier queries, some megabytes: quotations of an article come from few sources. A new
  // ChunkOwners clears it when the store has changed or it is full. No LruCache, as it is asked by ranges of chunks.
  // One per thread, for one query at a time.
  class Cache {
    friend class ChunkOwners;

    std::int64_t version_ = -1;                          // the store's version when the cache was filled
    std::map<std::int64_t, DatedSource> by_last_chunk_;  // one past it, so that upper_bound of a chunk is its source
  };

  ChunkOwners(Cache& cache, Connection& connection);

  // Null where the source was removed. Valid until the next query.
  DatedSource const* find(std::int64_t chunk) const;

 private:
  Cache& cache_;
  Connection& connection_;
};

}  // namespace quoth::db
