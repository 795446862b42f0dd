// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/quoted_words.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

class Passage;
struct Alignment;

// A place where quotation and passage differ, before it is classified.
struct Difference {
  enum class Kind {
    words,     // words replaced by other words; either side may be empty
    gap,       // the quotation continues further on in the passage
    backward,  // the quotation continues earlier in the passage
    restyled,  // the same words, but contracted or in figures on one side
    remark,    // a skipped stage direction of the transcript
  };

  Kind kind = Kind::words;
  TokenRange quote;
  TokenRange source;
  Join join = Join::none;  // how the quotation joins its words here
};

// The differences that an alignment shows, in the order of the quotation.
std::vector<Difference> differences(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment);

// The range of the passage from its first to its last paired word, as [first, last); empty where none is paired.
TokenRange used_stretch(Alignment const& alignment);

// The tokens of a passage of `passage_words` that the quotation's may stand for: from the first pair to the last, and
// `beyond` more for each word that the quotation has before or after them. Empty where nothing is paired.
TokenRange stretch_around(Alignment const& alignment, std::size_t passage_words, std::size_t beyond);

}  // namespace quoth::match
