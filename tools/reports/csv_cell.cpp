// SPDX-License-Identifier: MIT
#include "tools/reports/csv_cell.hpp"

#include <algorithm>
#include <array>

#include "text/unicode/unicode.hpp"
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

// `shown` is what is written of the text.
void append_quoted(std::string& line, std::string_view text, std::string_view shown) {
  line += may_be_formula(text) ? "\"'" : "\"";
  std::size_t done = 0;
  for (auto quote = shown.find('"'); quote != shown.npos; quote = shown.find('"', done)) {
    line.append(shown, done, quote + 1 - done) += '"';
    done = quote + 1;
  }
  line.append(shown, done) += '"';
}

}  // namespace

void append_csv_cell(std::string& line, std::string_view text) {
  if (!text::is_harmless_utf8(text)) return append_quoted(line, text, printable(text));
  append_quoted(line, text, text);
}

std::string csv_cell(std::string_view text) {
  std::string cell;
  append_csv_cell(cell, text);
  return cell;
}

}  // namespace quoth::tools
