// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/difference.hpp"

namespace quoth {

// How many places are set differently in the passage than in the quotation: punctuation between words, capitals, a
// sentence that begins or ends on one side only. Decides between passages with the same words.
std::size_t typesetting_differences(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment);

// A place inside the passage that is set otherwise in the quotation: other capitals in a stretch of words, or another
// mark between two of them (before the first of each range). Where sentences start and end there, nothing counts.
struct TypesetPlace {
  enum class Kind { capitals, mark };
  Kind kind = Kind::capitals;
  TokenRange quote;
  TokenRange source;
};
std::vector<TypesetPlace> typeset_places(QuotedWords const& quotation, Passage const& passage,
                                         Alignment const& alignment);

}  // namespace quoth
