// SPDX-License-Identifier: MIT
#pragma once

#include "db/index/chunk.hpp"
#include "db/index/posting_codec.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth {

// Chunk numbers as the store's tables give them. They index arrays and are multiplied, so that a damaged or hostile
// store must not get any number past these functions; each throws StoreError for one that cannot be.

// Of a source that owns the chunks [first, first + chunks).
Extent extent_of(Connection const& connection, std::int64_t source, std::int64_t first, std::int64_t chunks);
// Both ends belong to it.
ChunkRange chunk_range(Connection const& connection, std::int64_t first, std::int64_t last);
// The number that the next chunk gets.
std::uint32_t next_chunk(Connection& connection);

// That new chunks, from the next number on, get numbers that neither the index nor a source has. For writing; what
// stands in the tables beside that is checked where it is read, and by `quoth store verify`.
void check_extents(Connection& connection);

}  // namespace quoth
