// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "text/words/word_hashes.hpp"

namespace quoth::db {

class ChunkTexts;
struct ChunkText;
struct PassageRow;

// Some chunks of one source, joined into one text. It points into the ChunkTexts, which must outlive it.
class LoadedText {
 public:
  // `chunks` must be in rising order and belong to one source.
  LoadedText(ChunkTexts& texts, std::vector<std::int64_t> const& chunks);
  LoadedText(LoadedText&&) = default;
  LoadedText& operator=(LoadedText&&) = default;
  LoadedText(LoadedText const&) = delete;
  LoadedText& operator=(LoadedText const&) = delete;
  ~LoadedText() = default;

  std::span<text::HashedWord const> words() const { return words_; }
  // The passage that contains words()[word].
  PassageRow const& passage_of(std::size_t word) const;
  // The byte at which a word, given by its number in the source, begins in the passage. Nothing where the word was not
  // read, lies in another passage or in a remark.
  std::optional<std::uint32_t> byte_of(PassageRow const& passage, std::uint32_t number) const;
  // The number in the source of the last word of the chunk; 0 where the chunk was not read or has no words.
  std::uint32_t last_of_chunk(std::int64_t chunk) const;

 private:
  struct Part {
    ChunkText const* text = nullptr;
    std::int64_t chunk = 0;
    std::size_t first_word = 0;  // index in words()
  };

  std::vector<Part> parts_;
  std::vector<text::HashedWord> joined_;  // words of several chunks; empty for one
  std::span<text::HashedWord const> words_;
};

}  // namespace quoth::db
