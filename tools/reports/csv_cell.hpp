// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// One cell of a CSV file. RFC 4180, and safe in spreadsheets: they run cells that start with "=" and the like as
// formulas (OWASP, "CSV Injection").
std::string csv_cell(std::string_view text);

}  // namespace quoth
