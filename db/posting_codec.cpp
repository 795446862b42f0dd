// SPDX-License-Identifier: MIT
#include "posting_codec.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace quoth {

namespace {

constexpr int mean_bits = 6;
constexpr int longest_unary = 20;  // so many ones: the gap follows in full
constexpr int full_bits = 56;
constexpr int bits_read_at_once = 56;

// The mean gap is kept in sixteenths and follows the gaps by an eighth of the difference.
std::uint64_t followed(std::uint64_t mean, std::uint64_t gap) {
  auto seen = std::min(gap << 4, mean * 64 + (64 << 4));
  return mean + (seen >> 3) - (mean >> 3);
}

// The best parameter for gaps of that mean is near log2(mean * ln 2).
int parameter(std::uint64_t mean) {
  auto scaled = mean * 11 / 256;
  return scaled == 0 ? 0 : static_cast<int>(std::bit_width(scaled)) - 1;
}

std::uint64_t mean_of_width(std::uint64_t width) {
  return width == 0 ? 0 : std::uint64_t{1} << std::min<std::uint64_t>(width - 1, 58);
}

}  // namespace

std::uint64_t RowEncoder::number(Posting posting) const {
  return shingle_of(posting) * chunks_.size() + (chunk_of(posting) - chunks_.first);
}

// The mean gap is not known yet and comes with the first gap.
void RowEncoder::start(Posting first) {
  bytes_.clear();
  pending_ = 0, pending_bits_ = 0;
  last_ = number(first);
  mean_ = 0;
}

void RowEncoder::add(Posting next) {
  auto gap = number(next) - last_ - 1;
  last_ += gap + 1;
  if (mean_ == 0) {
    auto width = static_cast<std::uint64_t>(std::bit_width((gap << 4) + 1));
    put(width, mean_bits);
    mean_ = mean_of_width(width);
  }
  auto k = parameter(mean_);
  auto quotient = gap >> k;
  if (quotient < longest_unary) {
    put((std::uint64_t{1} << quotient) - 1, static_cast<int>(quotient) + 1);
    put(gap & ((std::uint64_t{1} << k) - 1), k);
  } else {
    put((std::uint64_t{1} << longest_unary) - 1, longest_unary);
    put(gap, full_bits);
  }
  mean_ = std::max<std::uint64_t>(followed(mean_, gap), 1);
}

// At most 56 bits, as fewer than eight are pending.
void RowEncoder::put(std::uint64_t value, int bits) {
  pending_ |= (value & ((std::uint64_t{1} << bits) - 1)) << pending_bits_;
  for (pending_bits_ += bits; pending_bits_ >= 8; pending_bits_ -= 8) {
    bytes_.push_back(static_cast<char>(pending_));
    pending_ >>= 8;
  }
}

// The rest of the last byte is ones: an unfinished code, which says that the row ends.
std::string const& RowEncoder::finish() {
  if (pending_bits_ > 0) put(0xff, 8 - pending_bits_);
  return bytes_;
}

namespace {

class BitReader {
 public:
  // There must be eight more bytes after the `size` bytes.
  BitReader(char const* bytes, std::size_t size) : bytes_(bytes), end_(size * 8) {}

  // The next bits, at least 56 of them, lowest first; beyond the end they are the padding's.
  std::uint64_t peek() const {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes_ + (at_ >> 3), sizeof word);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return word >> (at_ & 7);
  }
  // False where the row has no more bits.
  bool skip(int bits) {
    at_ += static_cast<std::size_t>(bits);
    return at_ <= end_;
  }
  bool take(int bits, std::uint64_t& value) {
    value = peek() & ((std::uint64_t{1} << bits) - 1);
    return skip(bits);
  }

 private:
  char const* bytes_;
  std::size_t at_ = 0;
  std::size_t end_;
};

}  // namespace

// `take` is called with shingle * chunks + chunk for each posting until it says false.
template <typename Take>
void RowDecoder::each(std::string_view row, Posting first, ChunkRange chunks, Take const& take) {
  if (chunk_of(first) < chunks.first || chunk_of(first) > chunks.last) return;
  padded_.assign(row).append(sizeof(std::uint64_t), '\xff');
  BitReader bits(padded_.data(), row.size());
  auto number = shingle_of(first) * chunks.size() + (chunk_of(first) - chunks.first);
  std::uint64_t value = 0;
  if (!take(number) || !bits.take(mean_bits, value)) return;
  auto mean = mean_of_width(value);
  auto const end = (std::uint64_t{1} << 26) * chunks.size();
  for (;;) {
    auto k = std::min(parameter(mean), bits_read_at_once - 1);
    auto word = bits.peek();
    auto quotient = std::countr_one(word);
    std::uint64_t gap = 0;
    if (quotient < longest_unary) {
      if (quotient + 1 + k <= bits_read_at_once) {
        gap = word >> (quotient + 1) & ((std::uint64_t{1} << k) - 1);
        if (!bits.skip(quotient + 1 + k)) return;
      } else if (!bits.skip(quotient + 1) || !bits.take(k, gap)) {
        return;
      }
      gap |= static_cast<std::uint64_t>(quotient) << k;
    } else if (!bits.skip(longest_unary) || !bits.take(full_bits, gap)) {
      return;
    }
    if (gap >= end - number) return;
    number += gap + 1;
    if (!take(number)) return;
    mean = std::max<std::uint64_t>(followed(mean, gap), 1);
  }
}

void RowDecoder::chunks(std::string_view row, Posting first, ChunkRange chunks, Shingle wanted, ChunkRange range,
                        std::vector<std::uint32_t>& out) {
  auto const low = wanted * chunks.size() + (range.first - chunks.first);
  auto const high = low + range.size();
  each(row, first, chunks, [&](std::uint64_t number) {
    if (number >= low && number < high) out.push_back(static_cast<std::uint32_t>(number - low) + range.first);
    return number < high;
  });
}

void RowDecoder::all(std::string_view row, Posting first, ChunkRange chunks, std::vector<Posting>& out) {
  auto shingle = shingle_of(first);
  std::uint64_t low = shingle * chunks.size();
  each(row, first, chunks, [&](std::uint64_t number) {
    if (number - low >= chunks.size()) {
      shingle = static_cast<Shingle>(number / chunks.size());
      low = shingle * chunks.size();
    }
    out.push_back(posting(shingle, static_cast<std::uint32_t>(number - low) + chunks.first));
    return true;
  });
}

}  // namespace quoth
