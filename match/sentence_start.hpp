// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "token.hpp"

namespace quoth {

// Whether token `i` begins a sentence or a text of its own, or lies behind the last. The full stop of a title or of an
// initial ends none.
bool begins_sentence(TokenSequence const& tokens, std::size_t i);

// The first token of the sentence that token `i` stands in, and the one behind its last; no more than `reach` away.
std::size_t sentence_begin(TokenSequence const& tokens, std::size_t i, std::size_t reach);
std::size_t sentence_end(TokenSequence const& tokens, std::size_t i, std::size_t reach);

}  // namespace quoth
