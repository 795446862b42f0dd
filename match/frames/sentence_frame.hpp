// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/frames/embedding.hpp"

namespace quoth::match {

// The embedding given by the beginning of the sentence: "if they fail, | we win", "according to them, | we lost".
std::optional<Embedding> sentence_frame(TokenSequence const& tokens, TokenRange used, PrintedForm printed);

}  // namespace quoth::match
