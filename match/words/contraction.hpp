// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
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

// The clitic at the end of a matching key ("'s", "'ll", "n't", ...); empty if there is none.
std::string_view clitic_of(std::string_view key);
// The word that a clitic stands for. 's and 'd are ambiguous and stay as they are.
std::string_view clitic_word(std::string_view clitic);

}  // namespace quoth::match
