// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_set>

#include "quoth/data_lines.hpp"
#include "quoth/words.hpp"
#include "text_data.hpp"

namespace quoth {

namespace {

// Remarks are short; what is longer between brackets is speech or an editor's note.
constexpr std::size_t longest_remark = 80;

bool is_remark(std::string_view inside) {
  static auto const first_words = lines_of(embedded::stage_directions);
  static std::unordered_set<std::string_view> const known(first_words.begin(), first_words.end());
  auto const words = split_words(inside);
  if (words.empty()) return false;
  if (known.contains(words.key(0)) || known.contains(words.key(words.size() - 1))) return true;
  return std::ranges::none_of(inside, [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::ranges::any_of(inside, [](char c) { return c >= 'A' && c <= 'Z'; }) && words.size() > 1;
}

}  // namespace

std::vector<ByteSpan> stage_directions(std::string_view utf8) {
  std::vector<ByteSpan> found;
  for (auto open = utf8.find_first_of("(["); open != utf8.npos; open = utf8.find_first_of("([", open + 1)) {
    auto const closing = utf8[open] == '(' ? ')' : ']';
    auto const close = utf8.substr(open, longest_remark).find(closing);
    if (close == utf8.npos || !is_remark(utf8.substr(open + 1, close - 1))) continue;
    found.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(open + close + 1)});
    open += close;
  }
  return found;
}

}  // namespace quoth
