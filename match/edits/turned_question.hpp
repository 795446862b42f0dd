// SPDX-License-Identifier: MIT
#pragma once

#include "match/align/difference.hpp"

namespace quoth::match {

// Whether a question is printed as a statement: "A rule can be wrong" for "Can a rule be wrong?". The printed auxiliary
// is the one that opens the question.
bool turns_question(TokenSequence const& quote, TokenSequence const& source, Difference const& difference);

}  // namespace quoth::match
