// SPDX-License-Identifier: MIT
#include "match/words/dropped_letter.hpp"

#include <algorithm>
#include <array>

namespace quoth::match {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether the single mark at the beginning of `text` stands for the beginning of a word: "'cause".
bool cuts_beginning(std::string_view text) {
  static constexpr std::array<std::string_view, 6> cut{"'cause", "'em", "'til", "'bout", "'round", "'n"};
  return std::ranges::any_of(cut, [&](std::string_view word) {
    return text.starts_with(word) && (text.size() == word.size() || !is_letter(text[word.size()]));
  });
}

// Whether the word at `at` stands within single quotation marks: "‘never again’".
bool in_single_marks(std::string_view text, std::size_t at) {
  constexpr std::size_t reach = 400;  // bytes
  constexpr std::string_view opening = "‘";
  constexpr std::string_view closing = "’";
  auto const before = text.substr(at - std::min(at, reach), std::min(at, reach));
  bool open = false;
  for (std::size_t i = 0; i < before.size(); ++i) {
    auto const rest = before.substr(i);
    bool const is_straight = rest.starts_with('\'');
    if (rest.starts_with(opening)) open = true;
    if (!is_straight && !rest.starts_with(closing)) continue;
    auto const next = rest.substr(is_straight ? 1 : closing.size());
    bool const leads = next.empty() || is_letter(next.front());
    bool const opens = is_straight && leads && (i == 0 || before[i - 1] == ' ') && !cuts_beginning(rest);
    open = opens || (open && leads);
  }
  return open;
}

}  // namespace

bool drops_g(std::string_view text, text::WordList const& words, std::size_t i) {
  auto const key = words.key(i);
  auto const after = text.substr(words[i].last, std::string_view("’").size());
  if (!key.ends_with("in") || !(after.starts_with('\'') || after.starts_with("’"))) return false;
  bool const is_short = key == "goin" || key == "doin" || key == "bein";
  return (key.size() >= 5 || is_short) && !in_single_marks(text, words[i].first);
}

}  // namespace quoth::match
