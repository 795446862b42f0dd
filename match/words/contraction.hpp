// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "match/words/word_filter.hpp"

namespace quoth::match {

// The words that a contracted or clipped form stands for.
struct Expansion {
  std::vector<std::string_view> words;
  bool informal = false;  // "gonna": spelled as it is pronounced
  bool one_word = false;  // "cannot": written as one word, but not a contraction
};

// The expansion of a whole form ("won't", "cannot", "gonna"); null for a plain word. `id` is word_id(key).
Expansion const* find_expansion(std::string_view key, std::uint64_t id);
// The forms that find_expansion knows.
WordFilter const& expanded_forms();

// A matching key parted from the clitics at its end ("'s", "'ll", "n't", ...): "shouldn't've" is "should", "n't",
// "'ve". A word that has more than three is none of speech, and only the last three are parted.
class PartedWord {
 public:
  explicit PartedWord(std::string_view key);

  std::string_view stem() const { return stem_; }
  // In the order of the word.
  std::span<std::string_view const> clitics() const { return std::span(clitics_).last(count_); }

 private:
  std::string_view stem_;
  std::array<std::string_view, 3> clitics_;
  std::size_t count_ = 0;
};

// The word that a clitic stands for. 's and 'd are ambiguous and stay as they are.
std::string_view clitic_word(std::string_view clitic);

}  // namespace quoth::match
