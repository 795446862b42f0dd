// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/edits/clause_frame.hpp"

namespace quoth {

// What the beginning of the sentence, or the mark at its end, makes of the rest of it: "if they fail, | we win", "do I
// think | we will win?", "according to them, | we lost".
std::optional<ClauseFrame> sentence_frame(TokenSequence const& tokens, TokenRange used, PrintedForm printed);

// What stands right behind a clause and takes it back: "we win | if they fail", "we could | not", "we lost, | they
// say".
std::optional<ClauseFrame> frame_behind(Passage const& passage, TokenRange used, PrintedForm printed);

}  // namespace quoth
