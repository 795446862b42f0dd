// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
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
  // The index of the passage that holds the word of that index.
  std::size_t passage_of(std::size_t word) const;

 private:
  std::vector<Passage> passages_;
  std::vector<HashedWord> words_;
  std::vector<std::uint32_t> first_words_;  // index of the first word of each passage
};

}  // namespace quoth
