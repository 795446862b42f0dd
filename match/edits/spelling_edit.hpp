// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/edits/word_edit.hpp"

namespace quoth::match {

// Classifies a difference of the tokens `q` of `quote` and `s` of `source` that lies in how the same words are written:
// spellings, abbreviations, possessives, compounds; also letters that make other words when they are parted otherwise.
// One of the ranges may be empty. Nothing where the words themselves differ.
std::optional<Classification> classify_spelling(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                                TokenRange s);

}  // namespace quoth::match
