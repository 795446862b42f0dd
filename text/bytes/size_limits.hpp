// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "quoth/limits.hpp"

namespace quoth::text {

// Throws Error, naming `where` and the limit, if from `packed` bytes have come more than are allowed.
void check_unpacked(Limits const& limits, std::size_t unpacked, std::size_t packed, std::string_view where);
// The part of it that goes by what the bytes have come from. 10 MiB may come from any number: tables and pages of
// blanks pack as well as bombs do.
void check_ratio(Limits const& limits, std::size_t unpacked, std::size_t packed, std::string_view where);

// How many bytes a line of JSON lines may have, and what is said of a longer one.
std::size_t line_limit(Limits const& limits);
std::string line_fault(Limits const& limits);

}  // namespace quoth::text
