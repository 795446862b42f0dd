// SPDX-License-Identifier: MIT
#pragma once

#include "match/words/token.hpp"

namespace quoth::match {

// Whether the words from token `first` on, before token `last`, begin with a phrase that restricts what stands before
// them: "for some applicants", "only on Sundays", "with few exceptions"; but not "for some time".
bool restricts(TokenSequence const& tokens, std::size_t first, std::size_t last);

// The same for words directly after a clause that ends before them, where more of what looks so belongs to the verb:
// "we spoke | with a number of them", "it will | only grow".
bool restricts_clause(TokenSequence const& tokens, std::size_t first, std::size_t last);

}  // namespace quoth::match
