// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/words/word_filter.hpp"

namespace quoth {

// The words that a contracted or clipped form stands for; none where `key` is a plain word.
struct Expansion {
  std::vector<std::string_view> words;
  bool informal = false;  // "gonna": a spelling of how it is said
  bool one_word = false;  // "cannot": written as one, and no contraction
};

// Looks a whole form up, whose id is `id`: "won't", "cannot", "gonna".
Expansion const* find_expansion(std::string_view key, std::uint64_t id);
// The forms that it finds.
WordFilter const& expanded_forms();

// The clitic at the end of a matching key ("'s", "'ll", "n't", ...), empty where there is none.
std::string_view clitic_of(std::string_view key);
// The word a clitic stands for; 's and 'd, which stand for several, are themselves.
std::string_view clitic_word(std::string_view clitic);

}  // namespace quoth
