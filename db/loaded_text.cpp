// SPDX-License-Identifier: MIT
#include "loaded_text.hpp"

#include <algorithm>

namespace quoth {

namespace {
std::int64_t chunk_of_passage(PassageRow const* passage) { return passage->chunk; }
}  // namespace

LoadedText::LoadedText(ChunkTexts& texts, std::vector<std::int64_t> const& chunks) {
  for (auto const chunk : chunks) {
    auto const& text = texts.of(chunk);
    auto const before = static_cast<std::uint32_t>(words_.size());
    for (auto const& passage : text.passages) passages_.push_back(&passage);
    for (auto const first : text.first_words) first_words_.push_back(before + first);
    if (chunks.size() > 1) joined_.insert(joined_.end(), text.words.begin(), text.words.end());
    words_ = chunks.size() > 1 ? std::span<HashedWord const>(joined_) : text.words;
  }
}

std::optional<std::uint32_t> LoadedText::byte_of(PassageRow const& passage, std::uint32_t number) const {
  auto word = std::ranges::lower_bound(words_, number, {}, &HashedWord::number);
  if (word == words_.end() || word->number != number) return std::nullopt;
  auto const& own = passage_of(static_cast<std::size_t>(word - words_.begin()));
  if (own.chunk != passage.chunk || own.utterance != passage.utterance) return std::nullopt;
  return word->byte;
}

bool LoadedText::copy(std::int64_t chunk, std::vector<PassageRow>& out) const {
  auto const before = out.size();
  auto passage = std::ranges::lower_bound(passages_, chunk, {}, chunk_of_passage);
  for (; passage != passages_.end() && (*passage)->chunk == chunk; ++passage) out.push_back(**passage);
  return out.size() > before;
}

std::uint32_t LoadedText::last_of_chunk(std::int64_t chunk) const {
  auto const after = std::ranges::upper_bound(passages_, chunk, {}, chunk_of_passage) - passages_.begin();
  auto const count = static_cast<std::size_t>(after) < passages_.size() ? first_words_[static_cast<std::size_t>(after)]
                                                                        : words_.size();
  return count == 0 ? 0 : words_[count - 1].number;
}

std::size_t LoadedText::index_of(std::size_t word) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(first_words_, word) - first_words_.begin()) - 1;
}

}  // namespace quoth
