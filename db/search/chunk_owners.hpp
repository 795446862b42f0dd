// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

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

    std::int64_t version_ = -1;  // the store's version when the cache was filled
    std::deque<DatedSource> sources_;
    std::vector<DatedSource const*> by_some_chunks_;  // direct-mapped: the source last found for a range of chunks
  };

  ChunkOwners(Cache& cache, Connection& connection);

  // Null where the source was removed. Valid until the next query.
  DatedSource const* find(std::int64_t chunk) const;

 private:
  Cache& cache_;
  Connection& connection_;
};

}  // namespace quoth::db
