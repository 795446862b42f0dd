// SPDX-License-Identifier: MIT
#include "text/names/role_nouns.hpp"

#include <unordered_set>

#include "text/words/data_lines.hpp"
#include "text_data.hpp"

namespace quoth::text {

namespace {

std::unordered_set<std::string_view> all_nouns() {
  std::unordered_set<std::string_view> nouns;
  for (auto line : lines_of(embedded::role_nouns)) {
    for (auto at = line.find(' '); at != line.npos; at = line.find(' ', at + 1))
      nouns.insert(line.substr(at + 1, line.find(' ', at + 1) - at - 1));
  }
  return nouns;
}

}  // namespace

std::string_view role_nouns() { return embedded::role_nouns; }

bool is_role_noun(std::string_view word) {
  static auto const nouns = all_nouns();
  return nouns.contains(word);
}

}  // namespace quoth::text
