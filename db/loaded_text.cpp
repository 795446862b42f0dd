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

std::optional<std::uint32_t> LoadedText::byte_of(Passage const& passage, std::uint32_t number) const {
  auto word = std::ranges::lower_bound(words_, number, {}, &HashedWord::number);
  if (word == words_.end() || word->number != number) return std::nullopt;
  auto const& own = passages_[passage_of(static_cast<std::size_t>(word - words_.begin()))];
  if (own.chunk != passage.chunk || own.utterance != passage.utterance) return std::nullopt;
  return word->byte;
}

std::uint32_t LoadedText::last_of_chunk(std::int64_t chunk) const {
  auto after = std::ranges::upper_bound(passages_, chunk, {}, &Passage::chunk) - passages_.begin();
  auto const count = static_cast<std::size_t>(after) < passages_.size() ? first_words_[static_cast<std::size_t>(after)]
                                                                        : words_.size();
  return count == 0 ? 0 : words_[count - 1].number;
}

std::size_t LoadedText::passage_of(std::size_t word) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(first_words_, word) - first_words_.begin()) - 1;
}

}  // namespace quoth
