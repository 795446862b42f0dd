// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shingle.hpp"
#include "source_reader.hpp"

namespace quoth {

// Some chunks of one source, read and cut into words.
class LoadedText {
 public:
  // The chunks, rising, must be the source's.
  LoadedText(SourceReader const& reader, std::vector<std::int64_t> const& chunks);

  std::vector<HashedWord> const& words() const { return words_; }
  std::vector<Passage> const& passages() const { return passages_; }
  // Where the word of that number begins in a passage that was read; nothing where it was not, or the word is in a
  // remark.
  std::optional<std::uint32_t> byte_of(Passage const& passage, std::uint32_t number) const;
  // The number of the last word read of the chunk.
  std::uint32_t last_of_chunk(std::int64_t chunk) const;
  // The index of the passage that holds the word of that index.
  std::size_t passage_of(std::size_t word) const;

 private:
  std::vector<Passage> passages_;
  std::vector<HashedWord> words_;
  std::vector<std::uint32_t> first_words_;  // index of the first word of each passage
};

}  // namespace quoth
