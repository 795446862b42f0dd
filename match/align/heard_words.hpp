// SPDX-License-Identifier: MIT
#pragma once

#include "match/align/passage.hpp"
#include "match/words/token_range.hpp"
#include "quoth/source.hpp"

namespace quoth::match {

// What the recogniser says of those words of the passage: when the first one begins, and the lowest of its confidences.
// Of an empty range the time of the word there. A word without a time has that of the last one before it in its turn.
HeardWord heard_words(Passage const& passage, TokenRange words);

}  // namespace quoth::match
