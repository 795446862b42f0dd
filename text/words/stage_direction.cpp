// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_set>

#include "text/words/data_lines.hpp"
#include "text/words/words.hpp"
#include "text_data.hpp"

namespace quoth::text {

namespace {

// In bytes. Remarks are short; longer text in brackets is speech or an editor's note.
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

// Finds opening brackets, in order. Searches for each kind alone: memchr is much faster than a search for either.
class OpenBrackets {
 public:
  explicit OpenBrackets(std::string_view text) : text_(text), round_(text.find('(')), square_(text.find('[')) {}

  std::size_t next(std::size_t from) {
    if (round_ < from) round_ = text_.find('(', from);
    if (square_ < from) square_ = text_.find('[', from);
    return std::min(round_, square_);
  }

 private:
  std::string_view text_;
  std::size_t round_;
  std::size_t square_;
};

}  // namespace

std::vector<ByteSpan> stage_directions(std::string_view utf8) {
  std::vector<ByteSpan> found;
  OpenBrackets brackets(utf8);
  for (auto open = brackets.next(0); open != utf8.npos; open = brackets.next(open + 1)) {
    auto const closing = utf8[open] == '(' ? ')' : ']';
    auto const close = utf8.substr(open, longest_remark).find(closing);
    if (close == utf8.npos || !is_remark(utf8.substr(open + 1, close - 1))) continue;
    found.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(open + close + 1)});
    open += close;
  }
  return found;
}

}  // namespace quoth::text
