// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "match/words/token.hpp"

namespace quoth::match {

// Whether the first letter is one of A to Z.
constexpr bool is_capital(std::string_view surface) {
  return !surface.empty() && surface.front() >= 'A' && surface.front() <= 'Z';
}

// Whether a sentence ends in `between`, the text between two words. `next` is the text from the second word on.
bool ends_sentence(std::string_view between, std::string_view next);

// Whether token `i` is the first of a sentence or of a part, or is past the end. The full stop after a title or an
// initial does not end a sentence.
bool begins_sentence(TokenSequence const& tokens, std::size_t i);

// The first token of the sentence with token `i`, and one past its last token; at most `reach` tokens away.
std::size_t sentence_begin(TokenSequence const& tokens, std::size_t i, std::size_t reach);
std::size_t sentence_end(TokenSequence const& tokens, std::size_t i, std::size_t reach);

}  // namespace quoth::match
