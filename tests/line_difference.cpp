// SPDX-License-Identifier: MIT
#include "tests/line_difference.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace quoth::test {

namespace {

std::size_t constexpr context = 2;

struct Line {
  char sign;  // ' ', '-' or '+'
  std::string_view text;
  std::size_t number;  // of `before`, from 1
};

// Each with its line end, so that one that is missing at the end shows.
std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::vector<Line> script(std::vector<std::string_view> const& a, std::vector<std::string_view> const& b) {
  // common[i][j]: lines shared in order by what follows a[i] and b[j].
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (auto i = a.size(); i-- > 0;) {
    for (auto j = b.size(); j-- > 0;) {
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::vector<Line> lines;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      lines.push_back({' ', a[i], i + 1});
      ++i, ++j;
    } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
      lines.push_back({'-', a[i], i + 1});
      ++i;
    } else {
      lines.push_back({'+', b[j], i + 1});
      ++j;
    }
  }
  return lines;
}

bool is_near_change(std::vector<Line> const& lines, std::size_t at) {
  auto const first = at < context ? 0 : at - context;
  auto const last = std::min(at + context + 1, lines.size());
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(first),
                     lines.begin() + static_cast<std::ptrdiff_t>(last),
                     [](Line const& line) { return line.sign != ' '; });
}

}  // namespace

std::string line_difference(std::string_view before, std::string_view after) {
  auto const lines = script(split(before), split(after));
  std::string shown;
  bool is_shown = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const was_shown = is_shown;
    is_shown = is_near_change(lines, i);
    if (!is_shown) continue;
    if (!was_shown) shown += "@@ " + std::to_string(lines[i].number) + " @@\n";
    shown += lines[i].sign;
    shown += lines[i].text;
    if (!lines[i].text.ends_with('\n')) shown += "\n\\ without a line end\n";
  }
  return shown;
}

}  // namespace quoth::test
