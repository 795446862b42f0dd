// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/frames/embedding.hpp"

namespace quoth::match {

// The embedding in a question that the quotation does not show to be one: "do I think | we will win?", or a whole
// question that the next sentence answers with no.
std::optional<Embedding> question_around(TokenSequence const& tokens, TokenRange used, PrintedForm printed);

// Whether token `i` is the auxiliary that opens a question: "Can a rule be wrong?"
bool opens_question(TokenSequence const& tokens, std::size_t i);

}  // namespace quoth::match
