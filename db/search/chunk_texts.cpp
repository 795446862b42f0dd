// SPDX-License-Identifier: MIT
#include "db/search/chunk_texts.hpp"

#include "db/index/shingle.hpp"

namespace quoth::db {

namespace {
// The most chunks kept.
constexpr std::size_t most_kept = 1'000;
}  // namespace

void ChunkTexts::begin() {
  auto const version = connection_.version();
  if (version != version_ || cached_.size() > most_kept) cached_.clear();
  version_ = version;
  reader_.begin();
}

ChunkText& ChunkTexts::read(std::int64_t chunk) {
  if (auto const found = cached_.find(chunk); found != cached_.end()) return *found->second;
  if (cached_.size() == texts_.size()) texts_.emplace_back();
  auto& text = texts_[cached_.size()];
  text.words.clear();
  text.first_words.clear();
  reader_.passages(chunk, chunk + 1, text.passages);
  cached_.emplace(chunk, &text);
  return text;
}

ChunkText const& ChunkTexts::of(std::int64_t chunk) {
  auto& text = read(chunk);
  auto const& passages = text.passages.rows;
  if (text.first_words.size() == passages.size()) return text;
  words_.clear();
  text.first_words.reserve(passages.size());
  for (auto const& passage : passages) {
    text.first_words.push_back(static_cast<std::uint32_t>(words_.size()));
    hash_spoken(passage.text, passage.first_word, words_);
  }
  text.words = words_;
  return text;
}

}  // namespace quoth::db
