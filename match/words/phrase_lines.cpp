// SPDX-License-Identifier: MIT
#include "match/words/phrase_lines.hpp"

#include "text/words/data_lines.hpp"
#include "text/words/lines.hpp"

namespace quoth::match {

std::vector<std::string_view> split_fields(std::string_view line, char separator) {
  std::vector<std::string_view> fields;
  while (!line.empty()) {
    auto const field = line.substr(0, line.find(separator));
    line.remove_prefix(field.size() + (field.size() < line.size()));
    if (auto const words = text::trimmed(field); !words.empty()) fields.push_back(words);
  }
  return fields;
}

LineNumbers lines_by_field(std::string_view data, char separator) {
  LineNumbers read;
  std::size_t number = 0;
  for (auto line : text::lines_of(data)) {
    for (auto field : split_fields(line, separator)) read.emplace(field, number);
    ++number;
  }
  return read;
}

}  // namespace quoth::match
