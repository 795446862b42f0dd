// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "match/align/difference.hpp"

namespace quoth {

// The class of an edit and the rule that found it.
struct EditClass {
  std::string_view name;
  std::string rule;
};

// What it means that `quote` stands where the passage has `source`. Either may be empty, not both.
EditClass classify_words(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s);

// What a stretch of the passage would hide if it were left out of a sentence that stays: a negation, a condition, a
// limit on what follows. Empty where it hides nothing of that kind.
std::string_view hidden_meaning(TokenSequence const& source, TokenRange hidden, bool before_rest);

}  // namespace quoth
