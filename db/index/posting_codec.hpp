// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "db/index/chunk_range.hpp"
#include "db/index/rice_parameters.hpp"
#include "db/index/shingle.hpp"

namespace quoth::db {

// A posting says that a shingle occurs in a chunk. Postings are ordered by shingle, then by chunk.
using Posting = std::uint64_t;

constexpr Posting posting(Shingle shingle, std::uint32_t chunk) { return static_cast<Posting>(shingle) << 32 | chunk; }
constexpr Shingle shingle_of(Posting posting) { return static_cast<Shingle>(posting >> 32); }
constexpr std::uint32_t chunk_of(Posting posting) { return static_cast<std::uint32_t>(posting); }

// The posting lists of the inverted index are stored in rows. A row holds consecutive postings; the row's key gives the
// first of them. A posting is turned into one number, shingle * (chunks of the segment) + chunk, and a row stores the
// gaps between these numbers as Rice codes (https://en.wikipedia.org/wiki/Golomb_coding#Rice_coding): about two bytes
// for a posting of a rare shingle, two bits for one of a shingle in every other chunk.
//
// Layout: a LEB128 varint (https://en.wikipedia.org/wiki/LEB128), whose six lowest bits are those of the first
// posting's chunk, which the key has no room for, and the others the number of postings of the row's first shingle in
// earlier rows; then blocks of up to 32 gaps. Bits are filled from the lowest bit of each byte. A block is: 5 bits, the
// number of gaps less one; 6 bits, the Rice parameter k; the low k bits of every gap; then the quotients (gap >> k) of
// all gaps in unary, each as that many zeros and a one, at most 56 bits together. Low bits and quotients are kept apart
// so that a reader decodes a gap without waiting for the one before it. A remainder at the end of the row that is too
// short for a block is padding.
struct PostingBlock {
  // The most gaps in a block, and the widths of its fields in bits.
  static constexpr std::size_t most = 32;
  static constexpr std::size_t count_bits = 5;
  static constexpr std::size_t parameter_bits = 6;
  static constexpr std::size_t head_bits = count_bits + parameter_bits;
  static constexpr std::size_t most_unary_bits = 56;  // so that one read of eight bytes has them all
};

// Bits of a chunk's number in the head of a row.
constexpr int chunk_bits_of_row = 6;

// Writes the postings of a segment into rows and fills each row as far as possible.
class RowEncoder {
 public:
  using Take = std::function<void(Posting first, std::string_view row)>;

  // Calls `take` with each finished row, in order; the row is valid during the call only.
  RowEncoder(ChunkRange chunks, Take take) : chunks_(chunks), take_(std::move(take)) {}

  // Postings must be added in rising order.
  void add(Posting next) {
    if (waiting_ == postings_.size()) write();
    postings_[waiting_++] = next;
  }
  // Writes what is still buffered. The encoder can then be used for another segment.
  void finish();

 private:
  // Bytes. Sixteen rows of this size, with what SQLite adds to each, fill one page, so little space is wasted. A row is
  // also short enough that few postings are decoded in vain to find a shingle.
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

  // Buffered postings. The first of them is already written, except at the start of a segment.
  std::size_t waiting_ = 0;
  std::array<Posting, RiceParameters::most_gaps + 1> postings_{};
  std::array<std::uint64_t, RiceParameters::most_gaps> gaps_{};  // between the buffered postings
  std::uint32_t before_ = 0;  // postings written before postings_[0] with the same shingle
  RiceParameters parameters_;

  bool in_row_ = false;
  Posting first_ = 0;  // the first posting of the current row
  std::array<char, row_bytes + sizeof(std::uint64_t)> row_{};
  std::size_t bits_ = 0;  // bits of row_ already written
};

// A row with some readable bytes behind it, of any value, as eight are decoded at a time.
struct PaddedRow {
  static constexpr std::size_t padding = 8;

  std::string_view bytes;
};

// Decodes a row whose first posting is `first`. Malformed bytes are safe: decoding always ends, and yields only
// postings with chunks of the segment. Not safe for use by several threads at once.
class RowDecoder {
 public:
  // A copy of the row, valid until the next one.
  PaddedRow padded(std::string_view row) {
    padded_.assign(row).append(PaddedRow::padding, '\0');
    return {{padded_.data(), row.size()}};
  }

  // The number of postings of the row's first shingle in earlier rows.
  static std::uint32_t earlier(PaddedRow row);
  // The lowest bits of the chunk of the row's first posting.
  static std::uint32_t first_chunk_bits(PaddedRow row);
  // Appends the chunks of `range` that contain `wanted` to `out`, in rising order. `range` must lie within the
  // segment's chunks.
  static void chunks(PaddedRow row, Posting first, ChunkRange chunks, Shingle wanted, ChunkRange range,
                     std::vector<std::uint32_t>& out);
  // Appends all postings of the row to `out`, in rising order.
  static void all(PaddedRow row, Posting first, ChunkRange chunks, std::vector<Posting>& out);

 private:
  template <typename Take>
  static void each_block(PaddedRow row, Posting first, ChunkRange chunks, std::uint64_t least, Take const& take);

  std::string padded_;
};

}  // namespace quoth::db
