// SPDX-License-Identifier: MIT
#include "csv_cell.hpp"

#include "terminal.hpp"

namespace quoth {

std::string csv_cell(std::string_view text) {
  std::string out = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r\n|%").find(text.front()) != std::string_view::npos) out += '\'';
  for (auto const c : printable(text)) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace quoth
