// SPDX-License-Identifier: MIT
#include "db/sources/rice_list.hpp"

#include <algorithm>

namespace quoth::db {

namespace {

constexpr unsigned escape = 24;  // the quotient from which on a number is written as it is
constexpr unsigned escaped_bits = 30;
constexpr unsigned most_parameter = escaped_bits;

unsigned bits_of(std::uint32_t number, unsigned parameter) {
  auto const quotient = number >> parameter;
  return quotient < escape ? quotient + 1 + parameter : escape + 1 + escaped_bits;
}

// The one with the fewest bits.
unsigned best_parameter(std::span<std::uint32_t const> numbers) {
  unsigned best = 0;
  std::uint64_t least = UINT64_MAX;
  for (unsigned parameter = 0; parameter <= most_parameter; ++parameter) {
    std::uint64_t bits = 0;
    for (auto const number : numbers) bits += bits_of(number, parameter);
    if (bits < least) least = bits, best = parameter;
  }
  return best;
}

class BitAppender {
 public:
  explicit BitAppender(std::string& out) : out_(out) {}

  void put(std::uint32_t value, unsigned count) {
    for (unsigned i = 0; i < count; ++i) {
      if (used_ == 0) out_ += '\0';
      if ((value >> i & 1U) != 0)
        out_.back() = static_cast<char>(static_cast<unsigned char>(out_.back()) | 1U << used_);
      used_ = (used_ + 1) % 8;
    }
  }

 private:
  std::string& out_;
  unsigned used_ = 0;  // bits of the last byte; 0 where it is full
};

}  // namespace

void append_rice_list(std::string& out, std::span<std::uint32_t const> numbers) {
  auto const parameter = best_parameter(numbers);
  out += static_cast<char>(parameter);
  BitAppender bits(out);
  for (auto const number : numbers) {
    auto const quotient = std::min(number >> parameter, escape);
    bits.put(0, quotient);
    bits.put(1, 1);
    bits.put(number, quotient < escape ? parameter : escaped_bits);
  }
}

RiceListReader::RiceListReader(std::string_view bytes) : bytes_(bytes) {
  parameter_ = low_bits(8);
  is_good_ = is_good_ && parameter_ <= most_parameter;
}

std::uint32_t RiceListReader::next() {
  unsigned quotient = 0;
  while (quotient < escape && bit() == 0 && is_good_) ++quotient;
  if (quotient < escape) return quotient << parameter_ | low_bits(parameter_);
  if (bit() == 0) is_good_ = false;
  return low_bits(escaped_bits);
}

std::string_view RiceListReader::rest() {
  while (bits_ % 8 != 0 && is_good_)
    if (bit() != 0) is_good_ = false;
  return is_good_ ? bytes_.substr(bits_ / 8) : std::string_view();
}

unsigned RiceListReader::bit() {
  if (bits_ / 8 >= bytes_.size()) is_good_ = false;
  if (!is_good_) return 0;
  auto const byte = static_cast<unsigned char>(bytes_[bits_ / 8]);
  return static_cast<unsigned>(byte) >> bits_++ % 8 & 1U;
}

std::uint32_t RiceListReader::low_bits(unsigned count) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < count; ++i) value |= bit() << i;
  return is_good_ ? value : 0;
}

}  // namespace quoth::db
