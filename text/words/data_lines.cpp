// SPDX-License-Identifier: MIT
#include "text/words/data_lines.hpp"

#include "text/words/lines.hpp"

namespace quoth::text {

std::vector<std::string_view> lines_of(std::string_view data) {
  std::vector<std::string_view> lines;
  while (!data.empty()) {
    auto const line = take_line(data);
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

}  // namespace quoth::text
