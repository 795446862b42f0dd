// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/words.hpp"

namespace quoth {

// The index knows a text by its shingles: one, two or three words in a row, each as a number. Remarks of the
// transcriber are no words here, so that applause inside a sentence does not break a shingle.
using Shingle = std::uint32_t;

// A word of a text as the index sees it. These hashes are written into stores: they must never change.
struct HashedWord {
  std::uint64_t hash = 0;    // of its matching key
  std::uint32_t number = 0;  // counting all words of the source, remarks too
  std::uint32_t byte = 0;    // where it begins in its text
};

// Appends the words of `utf8`, remarks left out, numbered from `first`.
void hash_words(std::string_view utf8, std::uint32_t first, std::vector<HashedWord>& out);
// The same for the words [from, to) of a list, the first of them numbered `first`; `remarks` are those of its text.
void hash_words(WordList const& words, std::vector<ByteSpan> const& remarks, std::uint32_t from, std::uint32_t to,
                std::uint32_t first, std::vector<HashedWord>& out);

// The transcriber's remarks in a text; quick where there are none.
std::vector<ByteSpan> remarks_in(std::string_view utf8);

Shingle shingle(std::uint64_t a);
Shingle shingle(std::uint64_t a, std::uint64_t b);
Shingle shingle(std::uint64_t a, std::uint64_t b, std::uint64_t c);

}  // namespace quoth
