// SPDX-License-Identifier: MIT
#pragma once

#include "match/edits/word_edit.hpp"

namespace quoth::match {

// Classifies the bracketed tokens `q` of `quote` that stand for the tokens `s` of `source`, which may be empty. A
// bracket clarifies if it replaces words that only refer to something, or if it says the same more fully.
Classification classify_bracket(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s);

// The same of one word of which a part is in brackets: "want[ed]", "[un]safe".
Classification classify_bracket_in_word(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                        TokenRange s);

}  // namespace quoth::match
