// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "match/words/token.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// Whether `shorter` is `longer` without one of its letters. Keys.
bool lacks_a_letter(std::string_view shorter, std::string_view longer);

// Whether the word is a function word with a letter missing or two letters swapped ("hat" for "that", "form" for
// "from"), or a long word with two letters swapped ("recieved"). Keys.
bool is_slip(std::string_view written, std::string_view meant);

// Whether the word is "would", "could", "should" or "might" with a letter more or less: "wouild". Keys.
bool is_misspelt_modal(std::string_view written, std::string_view meant);

// Whether the range is a word that was written twice by mistake: "of of the", with no mark between, and no word that
// speakers double on purpose ("very very").
bool is_written_twice(TokenSequence const& tokens, TokenRange range);

// Whether the range is an article that no noun follows, as in "look the at what he did".
bool is_stray_article(TokenSequence const& tokens, TokenRange range);

// Whether the word at `i` is the "be" of "you have not be involved", which must have been "been".
bool is_lost_participle(TokenSequence const& tokens, std::size_t i);

// Whether the word at `i` lacks the s of a verb after "it", "he" or "she" that begins the clause: "it remind us", where
// `printed` is "reminds".
bool is_lost_ending(TokenSequence const& tokens, std::size_t i, std::string_view printed);

// Whether "a" is missing before token `i`: "there were certainly lot of them".
bool lacks_article(TokenSequence const& tokens, std::size_t i);

}  // namespace quoth::match
