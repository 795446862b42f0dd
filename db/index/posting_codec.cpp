// SPDX-License-Identifier: MIT
#include "db/index/posting_codec.hpp"

#include <algorithm>
#include <bit>

#include "text/bytes/little_endian.hpp"

namespace quoth::db {

namespace {

std::uint64_t lowest(std::uint64_t value, std::size_t bits) { return value & ((std::uint64_t{1} << bits) - 1); }

// Decodes the LEB128 varint at the start of a row: the number and its length in bytes, which is all of the row where
// the varint does not end.
std::pair<std::uint64_t, std::size_t> head_of(std::string_view row) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(row.size(), 5); ++i) {
    auto const byte = static_cast<unsigned char>(row[i]);
    number |= static_cast<std::uint64_t>(byte & 0x7f) << (7 * i);
    if (byte < 0x80) return {number, i + 1};
  }
  return {number, row.size()};
}

}  // namespace

void RowEncoder::finish() {
  if (waiting_ == 0) return;
  write();
  end_row();
  waiting_ = 0;
  before_ = 0;
  in_row_ = false;
}

// Writes all buffered postings except the last, which is kept to compute the next gap.
void RowEncoder::write() {
  if (!in_row_) begin_row(0);
  auto const gaps = waiting_ - 1;
  for (std::size_t i = 0; i < gaps; ++i) gaps_[i] = number(postings_[i + 1]) - number(postings_[i]) - 1;
  auto const parameters = parameters_.choose({gaps_.data(), gaps}, PostingBlock::head_bits);
  for (std::size_t i = 0; i < gaps;) {
    auto const end = write_block(i, parameters);
    if (end == i) {
      end_row();
      begin_row(i + 1);
    }
    i = std::max(end, i + 1);
  }
  before_ = earlier(gaps);
  postings_[0] = postings_[gaps];
  waiting_ = 1;
}

// The number of postings before postings_[at] with the same shingle.
std::uint32_t RowEncoder::earlier(std::size_t at) const {
  auto first = at;
  while (first > 0 && shingle_of(postings_[first - 1]) == shingle_of(postings_[at])) --first;
  return static_cast<std::uint32_t>(at - first) + (first == 0 ? before_ : 0);
}

void RowEncoder::begin_row(std::size_t at) {
  in_row_ = true;
  first_ = postings_[at];
  std::size_t size = 0;
  auto head = std::uint64_t{earlier(at)} << chunk_bits_of_row | lowest(chunk_of(first_), chunk_bits_of_row);
  for (; head >= 0x80; head >>= 7) row_[size++] = static_cast<char>((head & 0x7f) | 0x80);
  row_[size++] = static_cast<char>(head);
  bits_ = 8 * size;
  row_[size] = 0;
}

void RowEncoder::end_row() { take_(first_, {row_.data(), (bits_ + 7) / 8}); }

namespace {

// Appends bits to a buffer that may end within a byte.
class BitWriter {
 public:
  BitWriter(char* bytes, std::size_t bits)
      : bytes_(bytes + bits / 8), pending_bits_(bits % 8), pending_(static_cast<unsigned char>(*bytes_)) {}

  // `bits` is at most 56; the higher bits of `value` are 0.
  void put(std::uint64_t value, std::size_t bits) {
    pending_ |= value << pending_bits_;
    text::store_le64(pending_, bytes_);
    pending_bits_ += bits;
    bytes_ += pending_bits_ / 8;
    pending_ >>= pending_bits_ / 8 * 8;
    pending_bits_ %= 8;
  }

 private:
  char* bytes_;
  std::size_t pending_bits_;
  std::uint64_t pending_;
};

}  // namespace

// Writes one block from gap `from` on: the gaps that share its parameter, as many as fit into a block and into the row.
// Returns the index after the last gap written, or `from` where none fits.
std::size_t RowEncoder::write_block(std::size_t from, std::span<std::uint8_t const> parameters) {
  std::size_t const parameter = parameters[from];
  auto const most = std::min(parameters.size(), from + PostingBlock::most);
  auto room = static_cast<std::ptrdiff_t>(8 * row_bytes) - static_cast<std::ptrdiff_t>(bits_ + PostingBlock::head_bits);
  std::uint64_t unary = 0;
  std::size_t unary_bits = 0;
  auto to = from;
  for (; to < most && parameters[to] == parameter; ++to) {
    auto const quotient = gaps_[to] >> parameter;
    if (quotient >= PostingBlock::most_unary_bits - unary_bits) break;
    room -= static_cast<std::ptrdiff_t>(parameter + quotient + 1);
    if (room < 0) break;
    unary_bits += quotient;
    unary |= std::uint64_t{1} << unary_bits++;
  }
  if (to == from) return from;
  BitWriter bits(row_.data(), bits_);
  bits.put((to - from - 1) | parameter << PostingBlock::count_bits, PostingBlock::head_bits);
  for (auto i = from; i < to; ++i) bits.put(lowest(gaps_[i], parameter), parameter);
  bits.put(unary, unary_bits);
  bits_ += PostingBlock::head_bits + (to - from) * parameter + unary_bits;
  return to;
}

namespace {

class BlockReader {
 public:
  // PaddedRow::padding readable bytes must follow the `size` bytes. The first gap counts from `number`.
  BlockReader(char const* bytes, std::size_t from, std::size_t size, std::uint64_t number)
      : bytes_(bytes), at_(from * 8), end_(size * 8), number_(number) {}

  // Reads the next block; skips blocks whose numbers are surely all below `least`. Returns false at the end of the row.
  bool next(std::uint64_t least) {
    for (;;) {
      if (at_ + PostingBlock::head_bits >= end_) return false;
      auto const head = peek(at_);
      count_ = 1 + lowest(head, PostingBlock::count_bits);
      auto const parameter = lowest(head >> PostingBlock::count_bits, PostingBlock::parameter_bits);
      at_ += PostingBlock::head_bits;
      if (parameter >= RiceParameters::parameters || at_ + count_ * parameter >= end_) return false;
      bool const wanted = number_ + (std::uint64_t{PostingBlock::most_unary_bits} << parameter) >= least;
      if (!(wanted ? read<true>(parameter) : read<false>(parameter))) return false;
      if (wanted) return true;
    }
  }
  // The numbers of the block, in rising order. A gap is too small for the sum to overflow.
  std::span<std::uint64_t const> numbers() const { return {numbers_.data(), count_}; }

 private:
  static constexpr std::size_t peeked_bits = 57;  // of 64, up to 7 precede `at`

  // The bits from `at` on, lowest first; at least `peeked_bits` of them are valid.
  std::uint64_t peek(std::size_t at) const { return text::load_le64(bytes_ + at / 8) >> at % 8; }

  template <bool kept>
  bool read(std::size_t parameter) {
    if (parameter * 4 <= peeked_bits) return read_gaps<kept, 4>(parameter);
    return parameter * 2 <= peeked_bits ? read_gaps<kept, 2>(parameter) : read_gaps<kept, 1>(parameter);
  }

  // `at_once`: how many gaps have their low bits within one peek. `kept`: store all numbers, or only find the last.
  template <bool kept, std::size_t at_once>
  bool read_gaps(std::size_t parameter) {
    auto const mask = (std::uint64_t{1} << parameter) - 1;
    auto at = at_;
    at_ += count_ * parameter;
    // The i-th one bit of the unary part, counted from 0, is at position (sum of the quotients 0 to i) + i. The extra i
    // is compensated by the `mask` that is subtracted for each gap.
    auto unary = peek(at_);
    auto last = unary;
    auto number = number_ + mask + 1;
    auto* out = numbers_.data();
    auto const read = [&](std::size_t count) {
      auto low = peek(at);
      at += count * parameter;
      for (std::size_t i = 0; i < count; ++i) {
        number += (low & mask) - mask;
        low >>= parameter;
        last = unary;
        unary &= unary - 1;
        if constexpr (kept) *out++ = number + (place(last) << parameter);
      }
    };
    if constexpr (at_once > 1) read(count_ % at_once);
    for (auto groups = count_ / at_once; groups > 0; --groups) read(at_once);
    number_ = number + (place(last) << parameter);
    at_ += place(last) + 1;
    return place(last) < PostingBlock::most_unary_bits && at_ <= end_;
  }

  static std::uint64_t place(std::uint64_t unary) { return static_cast<unsigned>(std::countr_zero(unary)); }

  char const* bytes_;
  std::size_t at_;
  std::size_t end_;
  std::uint64_t number_;
  std::size_t count_ = 0;
  std::array<std::uint64_t, PostingBlock::most> numbers_;
};

}  // namespace

std::uint32_t RowDecoder::earlier(PaddedRow row) {
  return static_cast<std::uint32_t>(head_of(row.bytes).first >> chunk_bits_of_row);
}

std::uint32_t RowDecoder::first_chunk_bits(PaddedRow row) {
  return static_cast<std::uint32_t>(lowest(head_of(row.bytes).first, chunk_bits_of_row));
}

// Calls `take` with spans of numbers (shingle * chunks + chunk), all in rising order, until it returns false. Blocks
// below `least` may be skipped.
template <typename Take>
void RowDecoder::each_block(PaddedRow row, Posting first, ChunkRange chunks, std::uint64_t least, Take const& take) {
  if (chunk_of(first) < chunks.first || chunk_of(first) > chunks.last) return;
  auto const number = shingle_of(first) * chunks.size() + (chunk_of(first) - chunks.first);
  if (!take(std::span(&number, 1))) return;
  BlockReader blocks(row.bytes.data(), head_of(row.bytes).second, row.bytes.size(), number);
  auto const end = end_of_shingles * chunks.size();
  while (blocks.next(least)) {
    auto numbers = blocks.numbers();
    if (numbers.back() >= end) {
      take(numbers.first(static_cast<std::size_t>(std::ranges::lower_bound(numbers, end) - numbers.begin())));
      return;
    }
    if (!take(numbers)) return;
  }
}

void RowDecoder::chunks(PaddedRow row, Posting first, ChunkRange chunks, Shingle wanted, ChunkRange range,
                        std::vector<std::uint32_t>& out) {
  auto const low = wanted * chunks.size() + (range.first - chunks.first);
  auto const high = low + range.size();
  each_block(row, first, chunks, low, [&](std::span<std::uint64_t const> numbers) {
    if (numbers.empty() || numbers.back() < low) return true;
    bool const more = numbers.back() < high;
    auto const from = numbers.front() < low ? std::ranges::lower_bound(numbers, low) : numbers.begin();
    auto const to = more ? numbers.end() : std::lower_bound(from, numbers.end(), high);
    auto const size = out.size();
    out.resize(size + static_cast<std::size_t>(to - from));
    std::transform(from, to, out.begin() + static_cast<std::ptrdiff_t>(size),
                   [&](std::uint64_t number) { return static_cast<std::uint32_t>(number - low) + range.first; });
    return more;
  });
}

void RowDecoder::all(PaddedRow row, Posting first, ChunkRange chunks, std::vector<Posting>& out) {
  auto shingle = shingle_of(first);
  std::uint64_t low = shingle * chunks.size();
  each_block(row, first, chunks, 0, [&](std::span<std::uint64_t const> numbers) {
    for (auto number : numbers) {
      if (number - low >= chunks.size()) {
        shingle = static_cast<Shingle>(number / chunks.size());
        low = shingle * chunks.size();
      }
      out.push_back(posting(shingle, static_cast<std::uint32_t>(number - low) + chunks.first));
    }
    return true;
  });
}

}  // namespace quoth::db
