// SPDX-License-Identifier: MIT
#include "tools/reports/plain_page.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "text/unicode/unit_index.hpp"
#include "text/words/lines.hpp"

namespace quoth::tools {

namespace {

using Row = std::vector<std::string>;

// Of one line, which holds no marks inside others: links become their words, code loses its backticks.
std::string without_marks(std::string_view line) {
  std::string plain;
  while (!line.empty()) {
    auto const middle = line.find("](");
    auto const open = line.substr(0, middle).rfind('[');
    auto const close = middle == line.npos ? line.npos : line.find(')', middle);
    bool const has_link = open != line.npos && close != line.npos;
    plain += line.substr(0, has_link ? open : line.npos);
    if (has_link) plain += line.substr(open + 1, middle - open - 1);
    line.remove_prefix(has_link ? close + 1 : line.size());
  }
  std::erase(plain, '`');
  return plain;
}

Row cells_of(std::string_view line) {
  Row cells;
  line.remove_prefix(1);
  for (auto end = line.find('|'); end != line.npos; end = line.find('|')) {
    cells.push_back(without_marks(text::trimmed(line.substr(0, end))));
    line.remove_prefix(end + 1);
  }
  return cells;
}

// The line that stands between the head of a table and its rows: |---|---|
bool is_rule(std::string_view line) { return line.find_first_not_of("|-") == line.npos; }

std::size_t width_of(std::string_view cell) {
  return static_cast<std::size_t>(std::ranges::count_if(cell, text::begins_character));
}

// Each column as wide as its widest cell, but for the last one.
std::string columns(std::vector<Row> const& rows) {
  std::vector<std::size_t> widths;
  for (auto const& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string text;
  for (auto const& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += "  " + row[i] + std::string(widths[i] - width_of(row[i]), ' ');
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

}  // namespace

std::string plain_page(std::string_view page, Terminal const& terminal) {
  std::string plain;
  std::vector<Row> table;
  auto const end_table = [&] {
    plain += columns(table);
    table.clear();
  };
  while (!page.empty()) {
    auto const end = std::min(page.find('\n'), page.size());
    auto const line = page.substr(0, end);
    page.remove_prefix(std::min(end + 1, page.size()));
    if (line.starts_with('|')) {
      if (!is_rule(line)) table.push_back(cells_of(line));
      continue;
    }
    end_table();
    if (line.starts_with('#')) {
      plain += styled(terminal, Style::bold, without_marks(line.substr(line.find_first_not_of("# "))));
    } else {
      plain += line.starts_with("    ") ? std::string(line) : without_marks(line);
    }
    plain += '\n';
  }
  end_table();
  return plain;
}

}  // namespace quoth::tools
