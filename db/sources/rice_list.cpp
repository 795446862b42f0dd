// SPDX-License-Identifier: MIT
#include "db/sources/rice_list.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "text/bytes/little_endian.hpp"

namespace quoth::db {

namespace {

constexpr unsigned escape = 24;  // the quotient from which on a number is written as it is
constexpr unsigned escaped_bits = 30;
constexpr unsigned most_parameter = escaped_bits;

std::uint32_t lowest(std::uint64_t value, std::size_t bits) {
  return static_cast<std::uint32_t>(value & ((std::uint64_t{1} << bits) - 1));
}

// The bits from that one on, of which the lowest 57 at least are right; zeros where there are no more.
std::uint64_t bits_from(std::string_view bytes, std::size_t at) {
  auto const rest = bytes.substr(std::min(at / 8, bytes.size()));
  if (rest.size() >= sizeof(std::uint64_t)) return text::load_le64(rest.data()) >> at % 8;
  std::array<char, sizeof(std::uint64_t)> padded{};
  rest.copy(padded.data(), padded.size());
  return text::load_le64(padded.data()) >> at % 8;
}

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

bool take_rice_list(std::string_view& bytes, std::span<std::uint32_t> numbers) {
  if (bytes.empty()) return false;
  auto const parameter = static_cast<unsigned char>(bytes.front());
  if (parameter > most_parameter) return false;
  std::size_t at = 8;  // the bits read
  auto const all = 8 * bytes.size();
  for (auto& number : numbers) {
    if (at >= all) return false;
    auto const bits = bits_from(bytes, at);
    auto const quotient = static_cast<unsigned>(std::countr_zero(bits));
    if (quotient > escape) return false;
    bool const is_escaped = quotient == escape;
    auto const low = is_escaped ? escaped_bits : parameter;
    number = lowest(bits >> (quotient + 1), low) | (is_escaped ? 0 : quotient << parameter);
    at += quotient + 1 + low;
  }
  auto const padding = (8 - at % 8) % 8;
  if (at + padding > all || lowest(bits_from(bytes, at), padding) != 0) return false;
  bytes.remove_prefix((at + padding) / 8);
  return true;
}

}  // namespace quoth::db
