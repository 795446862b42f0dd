// SPDX-License-Identifier: MIT
#include "match/words/phrase_lines.hpp"

namespace quoth {

std::string_view trim(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

std::vector<std::string_view> split_fields(std::string_view line, char separator) {
  std::vector<std::string_view> fields;
  while (!line.empty()) {
    auto const field = line.substr(0, line.find(separator));
    line.remove_prefix(field.size() + (field.size() < line.size()));
    if (auto const trimmed = trim(field); !trimmed.empty()) fields.push_back(trimmed);
  }
  return fields;
}

}  // namespace quoth
