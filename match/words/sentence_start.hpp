// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "match/words/token.hpp"

namespace quoth {

// Whether a sentence ends in `between`, what stands between two words, with `next` the text from the second word on.
bool ends_sentence(std::string_view between, std::string_view next);

// Whether token `i` begins a sentence or a text of its own, or lies behind the last. The full stop of a title or of an
// initial ends none.
bool begins_sentence(TokenSequence const& tokens, std::size_t i);

// The first token of the sentence that token `i` stands in, and the one behind its last; no more than `reach` away.
std::size_t sentence_begin(TokenSequence const& tokens, std::size_t i, std::size_t reach);
std::size_t sentence_end(TokenSequence const& tokens, std::size_t i, std::size_t reach);

}  // namespace quoth
