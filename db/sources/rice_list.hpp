// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace quoth::db {

// A list of numbers below 2^30 as Rice codes (https://en.wikipedia.org/wiki/Golomb_coding#Rice_coding) with one
// parameter. For lists that are read as a whole; those of the index have a codec of their own, posting_codec.hpp.
//
// Layout: a byte, the parameter k; then bits, filled from the lowest of each byte. A number is its quotient by 2^k in
// unary, as that many zeros and a one, and its low k bits; one whose quotient is 24 or more is 24 zeros, a one and
// its 30 bits. The last byte is padded with zeros.
void append_rice_list(std::string& out, std::span<std::uint32_t const> numbers);

// Reads numbers of such a list; the caller knows how many there are. The bytes may be damaged: past their end it reads
// zeros, and is no longer good.
class RiceListReader {
 public:
  explicit RiceListReader(std::string_view bytes);

  std::uint32_t next();
  bool is_good() const { return is_good_; }
  // What is behind the numbers read; nothing of the last byte may be left but padding, or it is no longer good.
  std::string_view rest();

 private:
  unsigned bit();
  std::uint32_t low_bits(unsigned count);

  std::string_view bytes_;
  std::size_t bits_ = 0;  // read
  unsigned parameter_ = 0;
  bool is_good_ = true;
};

}  // namespace quoth::db
