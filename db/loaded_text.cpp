// SPDX-License-Identifier: MIT
#include "loaded_text.hpp"

#include <algorithm>

namespace quoth {

LoadedText::LoadedText(SourceReader const& reader, std::vector<std::int64_t> const& chunks) {
  for (std::size_t i = 0; i < chunks.size();) {
    auto end = i + 1;
    while (end < chunks.size() && chunks[end] == chunks[end - 1] + 1) ++end;
    reader.passages(chunks[i], chunks[end - 1] + 1, passages_);
    i = end;
  }
  for (auto const& passage : passages_) {
    first_words_.push_back(static_cast<std::uint32_t>(words_.size()));
    hash_words(passage.text, passage.first_word, words_);
  }
}

std::size_t LoadedText::passage_of(std::size_t word) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(first_words_, word) - first_words_.begin()) - 1;
}

}  // namespace quoth
