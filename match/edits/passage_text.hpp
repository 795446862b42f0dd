// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "match/align/difference.hpp"

namespace quoth {

// The stretch of a passage that is shown as evidence: everything from the first to the last word used, with long
// stretches that nothing stands for taken out. Remembers where each word went.
class PassageText {
 public:
  PassageText(Passage const& passage, Alignment const& alignment);

  std::string const& text() const { return text_; }
  // Where tokens of the passage stand in the text, in bytes; tokens taken out, at the mark for them. An empty range
  // is the place before its token. What lies outside the stretch is at its nearer end, empty.
  ByteSpan span_of(TokenRange tokens) const;

 private:
  struct Piece {
    TokenRange tokens;
    std::uint32_t at = 0;  // in the text
    bool left_out = false;
  };

  void add_shown(TokenRange tokens);
  void add_left_out(TokenRange tokens);
  ByteSpan place_of(std::size_t token) const;

  TokenSequence const& tokens_;
  TokenRange used_;
  std::vector<Piece> pieces_;
  std::string text_;
};

// Where token `i` ends in its text, with the punctuation mark that belongs to it.
std::size_t end_with_mark(TokenSequence const& tokens, std::size_t i);

}  // namespace quoth
