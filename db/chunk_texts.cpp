// SPDX-License-Identifier: MIT
#include "chunk_texts.hpp"

namespace quoth {

namespace {
constexpr std::size_t bytes_per_word = 5;
constexpr std::size_t most_kept = 1'000;
}  // namespace

void ChunkTexts::begin() {
  auto const version = connection_.version();
  if (version != version_ || texts_.size() > most_kept) texts_.clear();
  version_ = version;
  reader_.begin();
}

ChunkText const& ChunkTexts::of(std::int64_t chunk) {
  auto const [known, added] = texts_.try_emplace(chunk);
  auto& text = known->second;
  if (!added) return text;
  reader_.passages(chunk, chunk + 1, text.passages);
  std::size_t bytes = 0;
  for (auto const& passage : text.passages) bytes += passage.text.size();
  text.words.reserve(bytes / bytes_per_word);
  for (auto const& passage : text.passages) {
    text.first_words.push_back(static_cast<std::uint32_t>(text.words.size()));
    hash_spoken(passage.text, passage.first_word, text.words);
  }
  return text;
}

}  // namespace quoth
