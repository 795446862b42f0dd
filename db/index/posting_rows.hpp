// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "db/index/posting_codec.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth::db {

// The primary key of a row of the table `posting`: the segment and the row's first posting, except for the lowest bits
// of its chunk, which the row has. A row has more postings than these bits tell apart, so that keys differ. One descent
// of a B-tree finds a shingle in any chunk.
struct RowKey {
  // The key has 63 bits: 9 for the segment, 32 for the shingle, 22 for the chunk.
  static constexpr int shingle_bits = 32;
  static constexpr int chunk_bits = 28;
  static constexpr int key_chunk_bits = chunk_bits - chunk_bits_of_row;
  static constexpr std::int64_t most_segments = std::int64_t{1} << 9;
  static constexpr std::uint32_t last_chunk = (1U << chunk_bits) - 1;

  std::int64_t segment = 0;
  Shingle shingle = 0;
  std::uint32_t chunk = 0;  // of the key of a row, without its lowest bits

  // Computed without sign, so that a damaged store's segment number cannot overflow (undefined behaviour).
  constexpr std::int64_t number() const {
    auto const first = (static_cast<std::uint64_t>(segment) << shingle_bits) + shingle;
    return static_cast<std::int64_t>(first << key_chunk_bits | chunk >> chunk_bits_of_row);
  }
  // The first posting of the row with this key.
  Posting first_of(PaddedRow row) const { return posting(shingle, chunk | RowDecoder::first_chunk_bits(row)); }
  static constexpr RowKey of(std::int64_t number) {
    auto const bits = static_cast<std::uint64_t>(number);
    return {number >> (shingle_bits + key_chunk_bits), static_cast<Shingle>(bits >> key_chunk_bits),
            static_cast<std::uint32_t>(bits << chunk_bits_of_row) & last_chunk};
  }
};

// Writes the rows of a segment; postings must be added in rising order.
class RowWriter {
 public:
  RowWriter(Connection& connection, std::int64_t segment, ChunkRange chunks)
      : connection_(connection),
        segment_(segment),
        encoder_(chunks, [this](Posting first, std::string_view row) { write_row(first, row); }) {}
  RowWriter(RowWriter const&) = delete;
  RowWriter& operator=(RowWriter const&) = delete;

  void add(Posting posting) { encoder_.add(posting); }
  void finish() { encoder_.finish(); }

 private:
  void write_row(Posting first, std::string_view row);

  Connection& connection_;
  std::int64_t segment_;
  RowEncoder encoder_;
};

// Reads a segment in order and deletes the rows it has read, so that SQLite reuses their pages for the new segment.
class RowDrain {
 public:
  RowDrain(Connection& connection, std::int64_t segment, ChunkRange chunks)
      : connection_(connection), segment_(segment), chunks_(chunks) {}

  // Appends the postings with shingles below `end` that earlier calls did not return. `end` must not fall.
  void take(Shingle end, std::vector<Posting>& out);
  void finish();

 private:
  Connection& connection_;
  std::int64_t segment_;
  ChunkRange chunks_;
  std::int64_t next_row_ = -1;
  std::vector<Posting> rest_;
  RowDecoder decoder_;
};

}  // namespace quoth::db
