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

// The times and confidences of words, in about two bytes a word: delta coding in LEB128 varints
// (https://en.wikipedia.org/wiki/LEB128). In order:
//
//   varint  the number of words
//   byte    bit 0: times follow, bit 1: confidences follow
//   times   a varint for each word: 0 none; 1 earlier than the last one, by what the next varint says; n + 2 later by
//   n.
//           In hundredths of a second; the first word is later than 0
//   confidences  a byte for each word: 0 none, 1 + 254 * confidence
//
// A time is kept to 0.005 s and cut to [0, 10 million] s, a confidence to 0.002 and cut to [0, 1]. Packed words are
// stored, and source digests are made of them, so this must not change. Only for words of which something was heard.
std::string pack_heard(std::span<HeardWord const> words);

// Nothing where that is not what pack_heard writes.
std::optional<std::vector<HeardWord>> unpack_heard(std::string_view packed);

// Those of the words of a text, as split at white space, of which something lies in a part of the text: [first, last)
// by their numbers. A part has as many words of its own.
struct WordsOfPart {
  std::ptrdiff_t first = 0;
  std::ptrdiff_t last = 0;
};
WordsOfPart words_within(std::span<ByteSpan const> words, ByteSpan part);

// Where the part, a view into the text, lies in it.
ByteSpan part_of(std::string_view text, std::string_view part);

// Whether the recogniser said something of one of the words.
bool any_heard(std::span<HeardWord const> words);

}  // namespace quoth::db
