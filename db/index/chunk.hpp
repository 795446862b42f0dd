// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "db/index/shingle.hpp"
#include "quoth/source.hpp"

namespace quoth {

// A chunk is the stretch of a source that the index points to: some hundred words, cut where an utterance or a
// sentence ends. A piece is what a chunk holds of one utterance.
struct Piece {
  std::uint32_t chunk = 0;  // 0-based, in the source
  std::uint32_t place = 0;  // in its chunk
  std::uint32_t utterance = 0;
  std::uint32_t first_word = 0;
  std::string_view text;
};

constexpr std::uint32_t pieces_per_chunk = 64;

// The chunks [first_chunk, last_chunk) of a source.
struct Extent {
  std::int64_t source = 0;
  std::int64_t first_chunk = 0;
  std::int64_t last_chunk = 0;
};

struct Chunks {
  std::vector<Piece> pieces;
  std::vector<HashedWord> words;          // of the whole source, remarks left out
  std::vector<std::uint32_t> chunk_ends;  // chunk i ends before words[chunk_ends[i]]
  std::uint32_t word_count = 0;           // remarks counted too
};

// Depends on nothing but the utterances, so that the same source is cut alike in every store.
Chunks cut_into_chunks(std::vector<Utterance> const& utterances);

}  // namespace quoth
