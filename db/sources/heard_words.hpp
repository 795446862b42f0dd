// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/byte_span.hpp"
#include "quoth/source.hpp"

namespace quoth::db {

// The times and confidences of words, in about a byte and a half a word. Varints are LEB128
// (https://en.wikipedia.org/wiki/LEB128); lists are of rice_list.hpp. In order:
//
//   varint  the number of words
//   byte    bit 0: times follow, bit 1: confidences follow
//   varint  the first time, in hundredths of a second as the others
//   list    for each word: 0 no time; 1 earlier than the time before; n + 2 later than that by n
//   list    by how much earlier, for each word that is; absent where none is
//   list    for each word: 254 * (1 - confidence); 255 no confidence
//
// A time is kept to 0.005 s and cut to [0, 10 million] s, a confidence to 0.002 and cut to [0, 1]. Packed words are
// stored, and source digests are made of them, so this must not change. Only for words of which something was heard.
std::string pack_heard(std::span<HeardWord const> words);

// Nothing where that is not what pack_heard writes.
std::optional<std::vector<HeardWord>> unpack_heard(std::string_view packed);

// Those of the words of a text, as split at white space, of which something lies in a part of the text. A part has as
// many words of its own.
struct WordsOfPart {
  std::size_t first = 0;  // the number of the first
  std::size_t count = 0;
};
WordsOfPart words_within(std::span<ByteSpan const> words, ByteSpan part);

// Where the part, a view into the text, lies in it.
ByteSpan part_of(std::string_view text, std::string_view part);

// Whether the recogniser said something of one of the words.
bool any_heard(std::span<HeardWord const> words);

}  // namespace quoth::db
