// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/difference.hpp"

namespace quoth::match {

// The number of typographical differences between passage and quotation: punctuation between words, capitals, a
// sentence that begins or ends on one side only. Used to choose between passages with the same words.
std::size_t typesetting_differences(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment);

// A typographical difference within the passage: other capitals in a run of words, or another mark between two words
// (before the first of each range). The starts and ends of sentences do not count.
struct TypesetPlace {
  enum class Kind { capitals, mark };
  Kind kind = Kind::capitals;
  TokenRange quote;
  TokenRange source;
};
std::vector<TypesetPlace> typeset_places(QuotedWords const& quotation, Passage const& passage,
                                         Alignment const& alignment);

}  // namespace quoth::match
