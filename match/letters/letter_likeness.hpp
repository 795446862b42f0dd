// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "match/words/token.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// How nearly the letters of a quotation stand in a passage, whatever their words are: where a printer, a scanner or a
// typist lost letters ("be haviour", "comparisons", "tty degeneration"), most words differ and nearly all letters are
// the same.
struct LetterLikeness {
  std::size_t letters = 0;  // of the quotation, in bytes of its matching keys; 0 where nothing was compared
  std::size_t edits = 0;    // insertions, deletions and substitutions of letters, and words that are cut at either end
  TokenRange words;         // of the passage, whose letters are the ones compared, or half of them at either end

  // The share of the letters that are the same, in [0, 1].
  double share() const;
};

// Of the place among the tokens `stretch` of the passage that is most like the quotation. Nothing is compared where the
// quotation has more than 400 letters, or the stretch more than 1,200. See P. Sellers, "The theory and computation of
// evolutionary distances: pattern recognition", J. Algorithms 1, 1980.
LetterLikeness letter_likeness(TokenSequence const& quotation, TokenSequence const& passage, TokenRange stretch);

}  // namespace quoth::match
