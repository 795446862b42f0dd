// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace quoth::db {

// The chunks that a segment of the index covers, both ends included.
struct ChunkRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  std::uint64_t size() const { return std::uint64_t{last} - first + 1; }
};

}  // namespace quoth::db
