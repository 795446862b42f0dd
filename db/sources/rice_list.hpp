// SPDX-License-Identifier: MIT
#pragma once

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

// Takes a list off, of as many numbers as there is room for. False where the bytes are not those of such a list; the
// numbers then mean nothing, and `bytes` is as it was.
bool take_rice_list(std::string_view& bytes, std::span<std::uint32_t> numbers);

}  // namespace quoth::db
