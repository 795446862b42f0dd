// SPDX-License-Identifier: MIT
#include "db/search/chunk_texts.hpp"

#include "db/index/shingle.hpp"

namespace quoth::db {

namespace {
// The most chunks kept.
constexpr std::size_t most_kept = 1'000;
}  // namespace

ChunkTexts::ChunkTexts(Cache& cache, Connection& connection, SourceReader const& reader)
    : cache_(cache), reader_(reader) {
  auto const version = connection.version();
  if (version != cache.version_ || cache.cached_.size() > most_kept) cache.cached_.clear();
  cache.version_ = version;
}

ChunkText& ChunkTexts::read(std::int64_t chunk) {
  auto& cached = cache_.cached_;
  auto& texts = cache_.texts_;
  if (auto const found = cached.find(chunk); found != cached.end()) return *found->second;
  if (cached.size() == texts.size()) texts.emplace_back();
  auto& text = texts[cached.size()];
  text.words.clear();
  text.first_words.clear();
  reader_.passages(chunk, chunk + 1, text.passages);
  cached.emplace(chunk, &text);
  return text;
}

ChunkText const& ChunkTexts::of(std::int64_t chunk) {
  auto& text = read(chunk);
  auto const& passages = text.passages.rows;
  if (text.first_words.size() == passages.size()) return text;
  auto& words = cache_.words_;
  words.clear();
  text.first_words.reserve(passages.size());
  for (auto const& passage : passages) {
    text.first_words.push_back(static_cast<std::uint32_t>(words.size()));
    hash_spoken(passage.text, passage.first_word, words);
  }
  text.words = words;
  return text;
}

}  // namespace quoth::db
