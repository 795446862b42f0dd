// SPDX-License-Identifier: MIT
#include "match/align/heard_words.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/words/white_space.hpp"

namespace quoth::match {

namespace {

// The number of the word, as split at white space, in which the byte is.
std::size_t word_at(std::string_view text, std::uint32_t byte) {
  auto const words = text::split_at_white_space(text);
  auto const next = std::ranges::upper_bound(words, byte, {}, &ByteSpan::first);
  return next == words.begin() ? 0 : static_cast<std::size_t>(next - words.begin()) - 1;
}

// When the word begins: where it has no time, that of the last one before it that has, as where segments alone have
// times.
std::optional<double> start_of(Turn const& turn, std::size_t word) {
  for (auto i = word + 1; i-- > 0;) {
    if (turn.words[i].start) return turn.words[i].start;
  }
  return std::nullopt;
}

// The number of the recogniser's word that the token is; nothing where it says nothing of its words.
std::optional<std::size_t> heard_word(Passage const& passage, std::size_t token) {
  auto const& turn = passage.turn_of(token);
  if (turn.words.empty()) return std::nullopt;
  auto const word = word_at(turn.text, passage.tokens()[token].first);
  return word < turn.words.size() ? std::optional(word) : std::nullopt;
}

}  // namespace

HeardWord heard_words(Passage const& passage, TokenRange words) {
  HeardWord heard;
  auto const last = std::min(std::max(words.last, words.first + 1), passage.tokens().size());
  for (auto token = words.first; token < last; ++token) {
    auto const word = heard_word(passage, token);
    if (!word) continue;
    auto const& turn = passage.turn_of(token);
    if (token == words.first) heard.start = start_of(turn, *word);
    auto const confidence = turn.words[*word].confidence;
    if (!words.empty() && confidence) heard.confidence = std::min(heard.confidence.value_or(1), *confidence);
  }
  return heard;
}

}  // namespace quoth::match
