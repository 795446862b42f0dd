// SPDX-License-Identifier: MIT
#pragma once

#include "match/align/difference.hpp"

namespace quoth::match {

// Words that were said once and stand twice in print.

// Whether the printed words, up to two that the transcript lacks, double those beside them: "no, no" for "no".
bool is_doubled(TokenSequence const& quote, Difference const& difference);
// Whether the words from the jump back on, as many as it goes back, were printed just before as well.
bool prints_again(TokenSequence const& quote, Difference const& jump);

}  // namespace quoth::match
