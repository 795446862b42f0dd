// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "match/words/token.hpp"

namespace quoth::match {

// Whether token `i` is the number of a note that stood raised behind a sentence and lost its place when the page became
// text: "we sail at dawn.12", "a lamp,’30 he said". In "No.12" and "2.5" it is none.
bool is_note_number(TokenSequence const& tokens, std::size_t i);

}  // namespace quoth::match
