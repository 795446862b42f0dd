// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/words/word_hashes.hpp"
#include "text/words/words.hpp"

namespace quoth {

// The index knows a text by its shingles: one, two or three words in a row, each as a number. Remarks of the
// transcriber are no words here, so that applause inside a sentence does not break a shingle.
using Shingle = std::uint32_t;

// Appends the words of `utf8`, remarks left out; they are numbered from `first`, remarks counted too.
void hash_spoken(std::string_view utf8, std::uint32_t first, std::vector<HashedWord>& out);
// Takes out the words from the index `from` on that begin in a remark.
void leave_out(std::vector<ByteSpan> const& remarks, std::size_t from, std::vector<HashedWord>& words);

// The transcriber's remarks in a text; quick where there are none.
std::vector<ByteSpan> remarks_in(std::string_view utf8);

Shingle shingle(std::uint64_t a);
Shingle shingle(std::uint64_t a, std::uint64_t b);
Shingle shingle(std::uint64_t a, std::uint64_t b, std::uint64_t c);

}  // namespace quoth
