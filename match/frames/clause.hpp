// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "match/frames/embedding.hpp"

namespace quoth::match {

// In words: fewer are no clause.
inline constexpr std::size_t shortest_clause = 3;
// The most words before or behind the passage in which its sentence is searched for an end.
inline constexpr std::size_t sentence_reach = 40;

// An embedding by the tokens [first, last).
Embedding made_frame(EditClass kind, TokenSequence const& tokens, std::size_t first, std::size_t last);

// The text after token `last - 1`, up to the next word.
std::string_view text_behind(TokenSequence const& tokens, std::size_t last);

// Whether the printed words claim something, as a sentence or as a clause with a subject first; "night watch" and
// "adding a bridge" do not.
bool claims(TokenSequence const& tokens, TokenRange used, PrintedForm printed);

}  // namespace quoth::match
