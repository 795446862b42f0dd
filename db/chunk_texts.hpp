// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "shingle.hpp"
#include "source_reader.hpp"

namespace quoth {

// A chunk, read and cut into words.
struct ChunkText {
  std::vector<PassageRow> passages;
  std::vector<HashedWord> words;
  std::vector<std::uint32_t> first_words;  // index of the first word of each passage
};

// The chunks one query looks at: each is read once, however often it is looked at.
class ChunkTexts {
 public:
  explicit ChunkTexts(SourceReader const& reader) : reader_(reader) {}

  // Stays where it is until `clear`.
  ChunkText const& of(std::int64_t chunk);
  void clear() { texts_.clear(); }

 private:
  SourceReader const& reader_;
  std::unordered_map<std::int64_t, ChunkText> texts_;
};

}  // namespace quoth
