// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "db/index/shingle.hpp"
#include "db/sources/source_reader.hpp"

namespace quoth::db {

// The text of a chunk, split into words.
struct ChunkText {
  Passages passages;
  std::vector<text::HashedWord> words;
  std::vector<std::uint32_t> first_words;  // index of the first word of each passage
};

// The texts of the chunks that one query reads.
class ChunkTexts {
 public:
  // What earlier queries have read: quotations of one article often come from the same few chunks. A new ChunkTexts
  // clears it when the store has changed or it holds more than 1,000 chunks, some megabytes. No LruCache, as a query
  // holds references to all that it reads, and the memory of texts is used again. One per thread, for one query at a
  // time.
  class Cache {
    friend class ChunkTexts;

    std::int64_t version_ = -1;  // the store's version when the texts were read
    std::unordered_map<std::int64_t, ChunkText*> cached_;
    std::deque<ChunkText> texts_;          // the first cached_.size() are in use; the rest keep their memory for reuse
    std::vector<text::HashedWord> words_;  // scratch space for one chunk
  };

  ChunkTexts(Cache& cache, Connection& connection, SourceReader const& reader);

  // References returned are valid until the next query.
  ChunkText const& of(std::int64_t chunk);
  // Reads only the passages, without splitting them into words.
  std::vector<PassageRow> const& passages_of(std::int64_t chunk) { return read(chunk).passages.rows; }

 private:
  ChunkText& read(std::int64_t chunk);

  Cache& cache_;
  SourceReader const& reader_;
};

}  // namespace quoth::db
