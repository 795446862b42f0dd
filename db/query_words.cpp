// SPDX-License-Identifier: MIT
#include "query_words.hpp"

#include <algorithm>
#include <bit>

namespace quoth {

QueryWords::QueryWords(std::string_view utf8) {
  std::vector<HashedWord> words;
  hash_words(utf8, 0, words);
  words.resize(std::min(words.size(), most));
  for (auto const& word : words) hashes_.push_back(word.hash);
  slots_.assign(std::bit_ceil(words.size() * 4 + 1), none);
  mask_ = slots_.size() - 1;
  next_.assign(words.size(), none);
  for (auto i = size(); i-- > 0;) {
    auto slot = hashes_[i] & mask_;
    while (slots_[slot] != none && hashes_[slots_[slot]] != hashes_[i]) slot = (slot + 1) & mask_;
    next_[i] = slots_[slot];
    slots_[slot] = i;
  }
}

}  // namespace quoth
