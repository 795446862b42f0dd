// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/edits/word_edit.hpp"

namespace quoth::match {

// Classifies the replacement of the tokens `s` of `source` by the tokens `q` of `quote` as far as it concerns words
// that decide the meaning, other than negations: quantity, frequency, certainty, modality, comparison, condition.
// Nothing where both sides say the same of each.
std::optional<Classification> classify_meaning(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                               TokenRange s);

}  // namespace quoth::match
