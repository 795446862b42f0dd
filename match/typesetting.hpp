// SPDX-License-Identifier: MIT
#pragma once

#include "alignment.hpp"

namespace quoth {

// How many places are set differently in the passage than in the quotation: punctuation between words, capitals, a
// sentence that begins or ends on one side only. Decides between passages with the same words.
std::size_t typesetting_differences(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment);

}  // namespace quoth
