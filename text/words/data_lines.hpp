// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace quoth::text {

// The entries of a data file, one a line, without blank lines and lines that start with #. The views point into `data`.
std::vector<std::string_view> lines_of(std::string_view data);

}  // namespace quoth::text
