// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/edits/word_edit.hpp"

namespace quoth::match {

// Classifies the replacement of the tokens `s` of `source` by the tokens `q` of `quote` as far as it concerns names:
// another name, another form of it, another spelling of what sounds the same. Nothing where not both have a name.
std::optional<Classification> classify_names(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                             TokenRange s);

}  // namespace quoth::match
