// SPDX-License-Identifier: MIT
#pragma once

#include "db/index/chunk.hpp"
#include "db/index/posting_codec.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth::db {

// Reads chunk numbers from the store's tables and checks their range. They index arrays and are multiplied, so no
// number of a damaged or hostile store may be used unchecked. Each function throws StoreError for a number out of
// range.

// The extent of a source that owns the chunks [first, first + chunks).
Extent extent_of(Connection const& connection, std::int64_t source, std::int64_t first, std::int64_t chunks);
// The range [first, last], both ends included.
ChunkRange chunk_range(Connection const& connection, std::int64_t first, std::int64_t last);
// The number that the next new chunk will get.
std::uint32_t next_chunk(Connection& connection);

// Checks that no chunk number from next_chunk() on is in use, neither by the index nor by a source. Call it before
// writing. Other damage in the tables is found when they are read, and by `quoth store verify`.
void check_extents(Connection& connection);

}  // namespace quoth::db
