// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "match/align/difference.hpp"

namespace quoth::match {

// The text of a passage that is shown as evidence: everything from the first to the last paired word, with long
// unpaired stretches replaced by a mark. Maps tokens to their place in this text.
class PassageText {
 public:
  PassageText(Passage const& passage, Alignment const& alignment);

  std::string const& text() const { return text_; }
  // The bytes of the text for tokens of the passage. Tokens taken out are at the mark that replaces them. An empty
  // range gives the position before its token; tokens outside the text give an empty span at the nearer end.
  ByteSpan span_of(TokenRange tokens) const;

 private:
  struct Piece {
    TokenRange tokens;
    std::uint32_t at = 0;  // byte offset in the text
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

// The end of token `i` in its text, in bytes, including a punctuation mark directly after it.
std::size_t end_with_mark(TokenSequence const& tokens, std::size_t i);

}  // namespace quoth::match
