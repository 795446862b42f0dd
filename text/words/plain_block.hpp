// SPDX-License-Identifier: MIT
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "text/bytes/little_endian.hpp"

namespace quoth::text {

// SIMD scan of 64 bytes of a text for words of the letters A to Z with single ' between them, after simdjson
// (https://arxiv.org/abs/1902.08318). A set of bytes is a bitmask: bit i stands for byte i. No word may continue from
// before the block. The scalar reference is `scan_item` of WordScanner; the random texts of
// tests/text/words/word_hashes_test.cpp are read at different offsets in a block and must give the same words.
class PlainBlock {
 public:
  static constexpr std::size_t size = 64;

  explicit PlainBlock(char const* bytes) {
    Found found;
    for (std::size_t i = 0; i < size; i += sizeof(Bytes)) found.add(bytes + i, i);
    auto const inner = found.apostrophes & found.letters << 1 & found.letters >> 1;
    letters_ = found.letters | inner;
    // These continue a word if a letter follows; the first byte after the block is unknown and may be one.
    auto const before_letters = (found.letters | found.others) >> 1 | std::uint64_t{1} << (size - 1);
    unclear_ = found.others | ((found.apostrophes | found.full_stops) & ~inner & before_letters);
    others_ = found.others;
  }

  // Bitmask of the first bytes of words.
  std::uint64_t begins() const { return letters_ & ~(letters_ << 1); }
  // Bitmask of the bytes right after words; a word that reaches the end of the block has none.
  std::uint64_t ends() const { return ~letters_ & letters_ << 1; }
  // Bitmask of bytes that the scalar code must decide: ends of words that may continue, and what may begin another kind
  // of word.
  std::uint64_t stops() const { return others_ | (ends() & unclear_); }

  // How many letters follow from `first` on.
  std::size_t letters(std::size_t first) const { return static_cast<std::size_t>(std::countr_one(letters_ >> first)); }
  // Whether a word that ends before that byte, which may be the first after the block, surely ends there.
  bool ends_word(std::size_t at) const { return at < size && (unclear_ >> at & 1) == 0; }

 private:
  using Bytes = std::uint8_t __attribute__((vector_size(16)));

  // Bitmasks of the kinds of bytes.
  struct Found {
    void add(char const* from, std::size_t at) {
      Bytes bytes;
      std::memcpy(&bytes, from, sizeof bytes);
      auto const is_letter = (bytes | 0x20) - 'a' < 26;
      auto const is_digit = bytes - '0' < 10;
      letters |= top_bits(Bytes(is_letter)) << at;
      others |= top_bits(bytes | Bytes(is_digit) | Bytes(bytes == '%')) << at;
      apostrophes |= top_bits(Bytes(bytes == '\'')) << at;
      full_stops |= top_bits(Bytes(bytes == '.')) << at;
    }

    std::uint64_t letters = 0;
    std::uint64_t others = 0;  // may begin or continue a word: digits, %, all bytes beyond ASCII
    std::uint64_t apostrophes = 0;
    std::uint64_t full_stops = 0;
  };

  static std::uint64_t top_bits(Bytes bytes) {
#ifdef __SSE2__
    return static_cast<unsigned>(_mm_movemask_epi8(reinterpret_cast<__m128i>(bytes)));
#else
    std::array<char, sizeof bytes> halves{};
    std::memcpy(halves.data(), &bytes, sizeof bytes);
    auto const gather = [](std::uint64_t eight) {
      return (eight >> 7 & 0x0101010101010101U) * 0x0102040810204080U >> 56;
    };
    return gather(load_le64(halves.data())) | gather(load_le64(halves.data() + 8)) << 8;
#endif
  }

  std::uint64_t letters_ = 0;
  std::uint64_t others_ = 0;
  std::uint64_t unclear_ = 0;
};

}  // namespace quoth::text
