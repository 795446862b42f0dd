// SPDX-License-Identifier: MIT
#include "db/search/loaded_text.hpp"

#include <algorithm>
#include <iterator>

#include "db/search/chunk_texts.hpp"

namespace quoth::db {

LoadedText::LoadedText(ChunkTexts& texts, std::vector<std::int64_t> const& chunks) {
  parts_.reserve(chunks.size());
  for (auto const chunk : chunks) {
    auto const& text = texts.of(chunk);
    parts_.push_back({&text, chunk, words_.size()});
    if (chunks.size() > 1) joined_.insert(joined_.end(), text.words.begin(), text.words.end());
    words_ = chunks.size() > 1 ? std::span<text::HashedWord const>(joined_) : text.words;
  }
}

PassageRow const& LoadedText::passage_of(std::size_t word) const {
  auto const part = std::prev(std::ranges::upper_bound(parts_, word, {}, &Part::first_word));
  auto const& firsts = part->text->first_words;
  auto const after = std::ranges::upper_bound(firsts, word - part->first_word);
  return part->text->passages.rows[static_cast<std::size_t>(after - firsts.begin()) - 1];
}

std::optional<std::uint32_t> LoadedText::byte_of(PassageRow const& passage, std::uint32_t number) const {
  auto word = std::ranges::lower_bound(words_, number, {}, &text::HashedWord::number);
  if (word == words_.end() || word->number != number) return std::nullopt;
  auto const& own = passage_of(static_cast<std::size_t>(word - words_.begin()));
  if (own.chunk != passage.chunk || own.utterance != passage.utterance) return std::nullopt;
  return word->byte;
}

std::uint32_t LoadedText::last_of_chunk(std::int64_t chunk) const {
  auto const part = std::ranges::find(parts_, chunk, &Part::chunk);
  if (part == parts_.end() || part->text->words.empty()) return 0;
  return part->text->words.back().number;
}

}  // namespace quoth::db
