// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/words/word_hashes.hpp"
#include "text/words/words.hpp"

namespace quoth::db {

// The terms of the index are shingles (word n-grams): one, two or three consecutive words, hashed to a number. A
// transcriber's remarks are not words here, so "(applause)" inside a sentence does not break a shingle.
using Shingle = std::uint32_t;

// Numbers are 24 bits of a hash for one word, then as many for two, then 31 for three, of which there are the most. A
// hash collision does no harm, as every match is verified in the text, but many of them bury the chunks that are looked
// for: in a store of a billion words, each list of 24 bits has 60 postings of other shingles, of 31 bits a half.
constexpr int short_shingle_bits = 24;
constexpr int long_shingle_bits = 31;
constexpr Shingle first_long_shingle = Shingle{2} << short_shingle_bits;
constexpr Shingle end_of_shingles = first_long_shingle + (Shingle{1} << long_shingle_bits);

// Appends the words of `utf8` without remarks. They are numbered from `first`; the numbering counts words of remarks
// too.
void hash_spoken(std::string_view utf8, std::uint32_t first, std::vector<text::HashedWord>& out);
// Removes the words from index `from` on that lie in a remark; `remarks` must be rising.
void leave_out(std::span<ByteSpan const> remarks, std::size_t from, std::vector<text::HashedWord>& words);

// The byte spans of the transcriber's remarks in a text. Fast where there are none.
std::vector<ByteSpan> remarks_in(std::string_view utf8);

// The shingle of one, two or three words, given by their hashes.
Shingle shingle(std::uint64_t a);
Shingle shingle(std::uint64_t a, std::uint64_t b);
Shingle shingle(std::uint64_t a, std::uint64_t b, std::uint64_t c);

}  // namespace quoth::db
