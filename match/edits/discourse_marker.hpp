// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "match/edits/word_edit.hpp"
#include "match/words/token.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// Discourse markers and filled pauses ("um", "you know", "well"), fillers for short. data/fillers.txt lists them; here
// it is decided which of their words are fillers in their place.

// Whether a mark shows a dash there, or a hyphen behind a word broken off. `between`: the text between two words.
bool is_dash(std::string_view between);

// The filler that starts at token `i` and ends by `last`, as its number of tokens; 0 for none.
std::size_t filler_length(TokenSequence const& tokens, std::size_t i, std::size_t last);

// Whether the range consists of fillers. An empty one does.
bool all_fillers(TokenSequence const& tokens, TokenRange range);

// Leaving out "know, you" of "you know, you can" is leaving out "you know". Of the ranges whose omission leaves the
// same words, the one that consists of fillers.
std::optional<TokenRange> shifted_to_fillers(TokenSequence const& tokens, TokenRange range);

// The class of fillers left out: an aside where one of them says something.
Classification classify_fillers(TokenSequence const& tokens, TokenRange fillers);

}  // namespace quoth::match
