// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace quoth {

// `text` without blanks, tabs and carriage returns at its ends.
std::string_view trim(std::string_view text);

// Splits a line into trimmed fields; drops empty ones.
std::vector<std::string_view> split_fields(std::string_view line, char separator);

}  // namespace quoth
