// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quoth::match {

// Splits a line into trimmed fields; drops empty ones.
std::vector<std::string_view> split_fields(std::string_view line, char separator);

// For each field of a data file the numbers of the lines that have it, from 0, comments not counted. Refers to `data`.
using LineNumbers = std::unordered_multimap<std::string_view, std::size_t>;
LineNumbers lines_by_field(std::string_view data, char separator);

}  // namespace quoth::match
