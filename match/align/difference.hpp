// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/alignment.hpp"
#include "match/words/token_range.hpp"

namespace quoth {

// A place where quotation and passage differ, not yet understood.
struct Difference {
  enum class Kind {
    words,     // words for other words; either side may be empty
    gap,       // the quotation goes on further down in the passage
    backward,  // or further up
    restyled,  // the same words, contracted or in figures on one side only
    remark,    // a stage direction passed over
  };

  Kind kind = Kind::words;
  TokenRange quote;
  TokenRange source;
  Join join = Join::none;  // what the quotation shows at the place
};

// The differences of an alignment in the order of the quotation.
std::vector<Difference> differences(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment);

// The first and the last word of the passage that stand for words of the quotation, as [first, last).
TokenRange used_stretch(Alignment const& alignment);

}  // namespace quoth
