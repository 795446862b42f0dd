// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "db/index/shingle.hpp"
#include "db/sources/source_reader.hpp"

namespace quoth {

// A chunk, read and cut into words.
struct ChunkText {
  Passages passages;
  std::vector<HashedWord> words;
  std::vector<std::uint32_t> first_words;  // index of the first word of each passage
};

// Reads each chunk once, however often it is looked at: the quotations of an article come from few places. What was
// read is kept as long as the store does not change, some megabytes of it.
class ChunkTexts {
 public:
  ChunkTexts(Connection& connection, SourceReader const& reader) : connection_(connection), reader_(reader) {}

  // Before every query: what is given from here on stays where it is until the next.
  void begin();
  ChunkText const& of(std::int64_t chunk);
  // Its passages alone, which is less work.
  std::vector<PassageRow> const& passages_of(std::int64_t chunk) { return read(chunk).passages.rows; }

 private:
  ChunkText& read(std::int64_t chunk);

  Connection& connection_;
  SourceReader const& reader_;
  std::int64_t version_ = -1;  // of the store that was read
  std::unordered_map<std::int64_t, ChunkText*> known_;
  std::deque<ChunkText> texts_;    // the first of them are known; the others have memory to be used again
  std::vector<HashedWord> words_;  // of one chunk, in memory that is there
};

}  // namespace quoth
