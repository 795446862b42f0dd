// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shingle.hpp"

namespace quoth {

// That a shingle stands in a chunk; ordered by shingle, then chunk.
using Posting = std::uint64_t;

constexpr Posting posting(Shingle shingle, std::uint32_t chunk) { return static_cast<Posting>(shingle) << 32 | chunk; }
constexpr Shingle shingle_of(Posting posting) { return static_cast<Shingle>(posting >> 32); }
constexpr std::uint32_t chunk_of(Posting posting) { return static_cast<std::uint32_t>(posting); }

// The chunks a segment of the index speaks of. Both ends belong to it.
struct ChunkRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  std::uint64_t size() const { return std::uint64_t{last} - first + 1; }
};

// A row of the index holds postings that follow each other; the first of them is known from the row's number. A posting
// is one number, shingle * (chunks of the segment) + chunk, and a row the gaps between those numbers, each as a
// Golomb-Rice code whose parameter follows the gaps: about two bytes for a rare shingle, two bits for one that stands
// in every other chunk. Bits fill each byte from its lowest.
class RowEncoder {
 public:
  explicit RowEncoder(ChunkRange chunks) : chunks_(chunks) {}

  void start(Posting first);
  void add(Posting next);
  std::size_t bytes() const { return bytes_.size(); }
  // The row; the encoder is then ready for the next `start`.
  std::string const& finish();

 private:
  std::uint64_t number(Posting posting) const;
  void put(std::uint64_t value, int bits);

  ChunkRange chunks_;
  std::string bytes_;
  std::uint64_t last_ = 0;
  std::uint64_t mean_ = 0;
  std::uint64_t pending_ = 0;
  int pending_bits_ = 0;
};

// Reads a row whose first posting is `first`. Whatever the bytes, it ends, and gives postings of the segment's chunks
// only.
class RowDecoder {
 public:
  // The chunks of `range` that hold `wanted`, rising, are appended to `out`; the range is within the segment's.
  void chunks(std::string_view row, Posting first, ChunkRange chunks, Shingle wanted, ChunkRange range,
              std::vector<std::uint32_t>& out);
  // All postings are appended to `out`.
  void all(std::string_view row, Posting first, ChunkRange chunks, std::vector<Posting>& out);

 private:
  template <typename Take>
  void each(std::string_view row, Posting first, ChunkRange chunks, Take const& take);

  std::string padded_;
};

}  // namespace quoth
