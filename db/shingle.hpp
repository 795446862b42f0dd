// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth {

// The index knows a text by its shingles: one, two or three words in a row, each as a number. Remarks of the
// transcriber are no words here, so that applause inside a sentence does not break a shingle.
using Shingle = std::uint32_t;

// A word of a text as the index sees it. These hashes are written into stores: they must never change.
struct HashedWord {
  std::uint64_t hash = 0;    // of its matching key
  std::uint32_t number = 0;  // counting all words of the source, remarks too
};

// Appends the words of `utf8`, remarks left out, numbered from `first`; returns the number after the last.
std::uint32_t hash_words(std::string_view utf8, std::uint32_t first, std::vector<HashedWord>& out);

Shingle shingle(std::uint64_t a);
Shingle shingle(std::uint64_t a, std::uint64_t b);
Shingle shingle(std::uint64_t a, std::uint64_t b, std::uint64_t c);

}  // namespace quoth
