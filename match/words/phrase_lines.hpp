// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace quoth {

// The stretch without the spaces around it.
std::string_view trim(std::string_view text);

// The fields of a line of data, trimmed; empty ones are left out.
std::vector<std::string_view> split_fields(std::string_view line, char separator);

}  // namespace quoth
