// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "db/index/gap_parameters.hpp"
#include "db/index/shingle.hpp"

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
// is one number, shingle * (chunks of the segment) + chunk, and a row the gaps between those numbers: about two bytes
// for a rare shingle, two bits for one that stands in every other chunk.
//
// First come bytes of seven bits, the lowest first, each but the last with its top bit set: how many postings of the
// row's first shingle stand in earlier rows. Then blocks of up to 32 gaps, bit after bit from the lowest of each byte:
// five bits for their count less one, six for a parameter, the parameter's lowest bits of each gap, and then what is
// above them of each gap as so many zeros and a one, together at most 56 bits. So a reader finds each gap without
// waiting for the one before it. Less than a block's bits at the end mean nothing.
struct PostingBlock {
  static constexpr std::size_t most = 32;
  static constexpr std::size_t count_bits = 5;
  static constexpr std::size_t parameter_bits = 6;
  static constexpr std::size_t head_bits = count_bits + parameter_bits;
  static constexpr std::size_t most_unary_bits = 56;
};

// Writes a segment's postings into rows, as many into each as find room.
class RowEncoder {
 public:
  using Take = std::function<void(Posting first, std::string_view row)>;

  // `take` gets each row when it is full, in order.
  RowEncoder(ChunkRange chunks, Take take) : chunks_(chunks), take_(std::move(take)) {}

  // Rising.
  void add(Posting next) {
    if (waiting_ == postings_.size()) write();
    postings_[waiting_++] = next;
  }
  // Gives out what is left. The encoder is then as new.
  void finish();

 private:
  // Sixteen rows of so many bytes fill a page with what SQLite adds to each: little is lost to that, and little is read
  // in vain to find a shingle in a row.
  static constexpr std::size_t row_bytes = 494;

  std::uint64_t number(Posting posting) const {
    return shingle_of(posting) * chunks_.size() + (chunk_of(posting) - chunks_.first);
  }
  void write();
  void begin_row(std::size_t at);
  void end_row();
  std::uint32_t earlier(std::size_t at) const;
  std::size_t write_block(std::size_t from, std::span<std::uint8_t const> parameters);

  ChunkRange chunks_;
  Take take_;

  // What waits to be written; the first of it is written already, but for the start.
  std::size_t waiting_ = 0;
  std::array<Posting, GapParameters::most_gaps + 1> postings_{};
  std::array<std::uint64_t, GapParameters::most_gaps> gaps_{};  // between them
  std::uint32_t before_ = 0;                                    // postings of the first one's shingle before it
  GapParameters parameters_;

  bool in_row_ = false;
  Posting first_ = 0;  // of the row
  std::array<char, row_bytes + sizeof(std::uint64_t)> row_{};
  std::size_t bits_ = 0;  // written of it
};

// Reads a row whose first posting is `first`. Whatever the bytes, it ends, and gives postings of the segment's chunks
// only.
class RowDecoder {
 public:
  // How many postings of the row's first shingle stand in earlier rows.
  static std::uint32_t earlier(std::string_view row);
  // The chunks of `range` that hold `wanted`, rising, are appended to `out`; the range is within the segment's.
  void chunks(std::string_view row, Posting first, ChunkRange chunks, Shingle wanted, ChunkRange range,
              std::vector<std::uint32_t>& out);
  // All postings are appended to `out`.
  void all(std::string_view row, Posting first, ChunkRange chunks, std::vector<Posting>& out);

 private:
  template <typename Take>
  void each_block(std::string_view row, Posting first, ChunkRange chunks, std::uint64_t least, Take const& take);

  std::string padded_;
};

}  // namespace quoth
