// SPDX-License-Identifier: MIT
#include "tools/reports/csv_cell.hpp"

#include <algorithm>
#include <array>

#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

// Whether a spreadsheet may take it for a formula; East Asian keyboards have full-width signs.
bool may_be_formula(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r\n|%").find(text.front()) != text.npos) return true;
  return std::ranges::any_of(std::array{"＝", "＋", "－", "＠"},
                             [&](char const* sign) { return text.starts_with(sign); });
}

}  // namespace

std::string csv_cell(std::string_view text) {
  auto const shown = printable(text);
  std::string out;
  out.reserve(shown.size() + 2);
  out += may_be_formula(text) ? "\"'" : "\"";
  std::size_t done = 0;
  for (auto quote = shown.find('"'); quote != shown.npos; quote = shown.find('"', done)) {
    out.append(shown, done, quote + 1 - done) += '"';
    done = quote + 1;
  }
  return out.append(shown, done) += '"';
}

}  // namespace quoth::tools
