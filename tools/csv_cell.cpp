// SPDX-License-Identifier: MIT
#include "csv_cell.hpp"

#include <algorithm>
#include <array>

#include "terminal.hpp"

namespace quoth {

namespace {

// What spreadsheets may take for a formula, the full-width signs of East Asian keyboards included.
bool may_be_formula(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r\n|%").find(text.front()) != text.npos) return true;
  return std::ranges::any_of(std::array{"＝", "＋", "－", "＠"},
                             [&](char const* sign) { return text.starts_with(sign); });
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string out = "\"";
  if (may_be_formula(text)) out += '\'';
  for (auto const c : printable(text)) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace quoth
