// SPDX-License-Identifier: MIT
#include "match/align/heard_words.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace quoth::match {

namespace {

// The number of the word, as split at white space, that the byte is in or before.
std::size_t word_at(std::string_view text, std::size_t byte) {
  constexpr std::string_view blanks = " \t\r\n\f\v";
  std::size_t words = 0;
  for (auto at = text.find_first_not_of(blanks); at < byte; at = text.find_first_not_of(blanks, at)) {
    at = text.find_first_of(blanks, at);
    if (at > byte) break;
    ++words;
    if (at == text.npos) break;
  }
  return words;
}

HeardWord const* heard_word(Passage const& passage, std::size_t token) {
  auto const& turn = passage.turn_of(token);
  if (turn.words.empty()) return nullptr;
  auto const word = word_at(turn.text, passage.tokens()[token].first);
  return word < turn.words.size() ? &turn.words[word] : nullptr;
}

}  // namespace

HeardWord heard_words(Passage const& passage, TokenRange words) {
  HeardWord heard;
  auto const last = std::min(std::max(words.last, words.first + 1), passage.tokens().size());
  for (auto token = words.first; token < last; ++token) {
    auto const* word = heard_word(passage, token);
    if (word == nullptr) continue;
    if (token == words.first) heard.start = word->start;
    if (words.empty() || !word->confidence) continue;
    heard.confidence = std::min(heard.confidence.value_or(1), *word->confidence);
  }
  return heard;
}

}  // namespace quoth::match
