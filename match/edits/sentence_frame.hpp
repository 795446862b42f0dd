// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/edits/embedding.hpp"

namespace quoth::match {

// The embedding given by the beginning of the sentence, or by its question mark: "if they fail, | we win", "do I think
// | we will win?", "according to them, | we lost".
std::optional<Embedding> sentence_frame(TokenSequence const& tokens, TokenRange used, PrintedForm printed);

// The embedding given by words directly after a clause that take it back: "we win | if they fail", "we could | not",
// "we lost, | they say".
std::optional<Embedding> frame_behind(Passage const& passage, TokenRange used, PrintedForm printed);

}  // namespace quoth::match
