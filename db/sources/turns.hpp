// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "db/sources/source_reader.hpp"
#include "quoth/candidate.hpp"

namespace quoth::db {

// Passages of one source, in order, of which the first and the last may be cut.
struct Stretch {
  std::int64_t source = 0;
  std::span<PassageRow const> passages;
  std::uint32_t last_word = 0;  // the number of their last word in the source, or more
  // The whole passages of a chunk, into whose texts those of `passages` point.
  std::function<std::span<PassageRow const>(std::int64_t chunk)> passages_of;
};

// Their turns, with all that the store tells of them; the passages of one utterance are joined. Throws StoreError where
// the store is damaged.
std::vector<Turn> turns_of(SourceReader const& reader, Stretch const& stretch);

// All turns of a source.
std::vector<Turn> turns_of(SourceReader const& reader, Extent const& extent);

}  // namespace quoth::db
