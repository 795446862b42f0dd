// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/edits/word_edit.hpp"

namespace quoth::match {

// Classifies a difference that says the same in other words ("unsure" for "not sure", "kinder" for "more kind", "all
// right?" for "right?") or adds a phrase that says nothing of the matter ("I have to say"); nothing for any other.
std::optional<Classification> classify_rewording(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                                 TokenRange s);

}  // namespace quoth::match
