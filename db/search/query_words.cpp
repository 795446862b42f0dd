// SPDX-License-Identifier: MIT
#include "db/search/query_words.hpp"

#include <algorithm>
#include <bit>

#include "db/index/shingle.hpp"

namespace quoth::db {

QueryWords::QueryWords(std::string_view utf8) {
  std::vector<text::HashedWord> words;
  hash_spoken(utf8, 0, words);
  words.resize(std::min(words.size(), most));
  for (auto const& word : words) hashes_.push_back(word.hash);
  slots_.assign(std::bit_ceil(words.size() * 4 + 1), none);
  mask_ = slots_.size() - 1;
  next_.assign(words.size(), none);
  for (auto i = static_cast<Number>(words.size()); i-- > 0;) {
    auto slot = hashes_[i] & mask_;
    while (slots_[slot] != none && hashes_[slots_[slot]] != hashes_[i]) slot = (slot + 1) & mask_;
    next_[i] = slots_[slot];
    slots_[slot] = i;
  }
  for (auto hash : hashes_) {
    numbers_.push_back(find(hash));
    filter_[hash % filter_size] = 1;
  }
  count_positions();
}

void QueryWords::count_positions() {
  counts_.assign(size(), 0);
  pair_counts_.assign(size(), 0);
  for (std::size_t i = 0; i < size(); ++i) {
    ++counts_[numbers_[i]];
    if (i + 1 < size()) ++pair_counts_[find_pair(numbers_[i], numbers_[i + 1])];
  }
}

}  // namespace quoth::db
