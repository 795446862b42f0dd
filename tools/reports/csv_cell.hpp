// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::tools {

// A cell of a CSV file (RFC 4180), made safe for spreadsheets, which run cells that start with "=" and the like as
// formulas (OWASP, "CSV Injection").
std::string csv_cell(std::string_view text);
// Appends it to a line.
void append_csv_cell(std::string& line, std::string_view text);

}  // namespace quoth::tools
