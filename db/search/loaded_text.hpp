// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "db/search/chunk_texts.hpp"

namespace quoth {

// Some chunks of one source in a row, as if they were one text. Shows what is in the ChunkTexts, which must outlive it.
class LoadedText {
 public:
  // The chunks, rising, must be the source's.
  LoadedText(ChunkTexts& texts, std::vector<std::int64_t> const& chunks);
  LoadedText(LoadedText&&) = default;
  LoadedText& operator=(LoadedText&&) = default;
  LoadedText(LoadedText const&) = delete;
  LoadedText& operator=(LoadedText const&) = delete;
  ~LoadedText() = default;

  std::span<HashedWord const> words() const { return words_; }
  // The passage that holds the word of that index.
  PassageRow const& passage_of(std::size_t word) const;
  // Where the word of that number begins in a passage that was read; nothing where it was not, or the word is in a
  // remark.
  std::optional<std::uint32_t> byte_of(PassageRow const& passage, std::uint32_t number) const;
  // The number of the last word read of the chunk.
  std::uint32_t last_of_chunk(std::int64_t chunk) const;

 private:
  struct Part {
    ChunkText const* text = nullptr;
    std::int64_t chunk = 0;
    std::size_t first_word = 0;  // among the words of all parts
  };

  std::vector<Part> parts_;
  std::vector<HashedWord> joined_;  // of several chunks
  std::span<HashedWord const> words_;
};

}  // namespace quoth
