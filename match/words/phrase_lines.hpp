// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace quoth::match {

// Splits a line into trimmed fields; drops empty ones.
std::vector<std::string_view> split_fields(std::string_view line, char separator);

}  // namespace quoth::match
