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

}  // namespace quoth::match
