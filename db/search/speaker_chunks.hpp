// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "db/index/posting_codec.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/versioned_cache.hpp"

namespace quoth::db {

// The chunks of the sources in which a speaker says anything, for one query.
class SpeakerChunks {
 public:
  // By the speaker's number: an article names the same few people repeatedly. At most 16 MB in a store of 100,000
  // sources. One per thread, for one query at a time.
  class Cache {
    friend class SpeakerChunks;

    VersionedCache<std::int64_t, std::vector<ChunkRange>> ranges_{20};
  };

  // `speakers`: the numbers of the speakers whom one name means; of none, it holds no chunk.
  SpeakerChunks(Cache& cache, Connection& connection, std::span<std::int64_t const> speakers);

  bool hold(std::uint32_t chunk) const;
  // Those of `chunks`, which must be in rising order; they are kept in `own`.
  std::span<std::uint32_t const> own_of(std::span<std::uint32_t const> chunks, std::vector<std::uint32_t>& own) const;

 private:
  std::vector<ChunkRange> ranges_;  // rising; they do not overlap
};

}  // namespace quoth::db
