// SPDX-License-Identifier: MIT
#pragma once

#include "match/words/token.hpp"

namespace quoth::match {

// Whether the words from token `first` on, before token `last`, begin with a phrase that restricts what stands before
// them: "for some applicants", "only on Sundays", "with few exceptions"; but not "for some time".
bool restricts(TokenSequence const& tokens, std::size_t first, std::size_t last);

}  // namespace quoth::match
