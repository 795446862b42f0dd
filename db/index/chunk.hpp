// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth::db {

// The index points to chunks. A chunk is a run of about 200 to 280 words of a source, cut at the end of an utterance or
// a sentence where possible. A piece is the part of one utterance that lies in one chunk.
struct Piece {
  std::uint32_t chunk = 0;  // 0-based, within the source
  std::uint32_t place = 0;  // 0-based, within its chunk
  std::uint32_t utterance = 0;
  // The number of its first word in the source, counted from 0, remarks included.
  std::uint32_t first_word = 0;
  std::string_view text;
};

// The most pieces in one chunk.
constexpr std::uint32_t pieces_per_chunk = 64;

// The chunks [first_chunk, last_chunk) of a source.
struct Extent {
  std::int64_t source = 0;
  std::int64_t first_chunk = 0;
  std::int64_t last_chunk = 0;
};

// A source, split into chunks.
struct Chunks {
  std::vector<Piece> pieces;
  std::vector<std::uint64_t> hashes;      // of the words of the whole source, without remarks; see HashedWord
  std::vector<std::uint32_t> chunk_ends;  // chunk i ends before hashes[chunk_ends[i]]
  std::uint32_t word_count = 0;           // words of the source, including remarks
};

// The result depends on the utterances only, so every store cuts the same source in the same way. The texts of the
// pieces point into the utterances, which must outlive them.
Chunks cut_into_chunks(std::vector<Utterance> const& utterances);

}  // namespace quoth::db
