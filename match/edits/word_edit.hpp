// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "match/align/difference.hpp"
#include "quoth/edit_class.hpp"

namespace quoth {

// The class of an edit and the rule that found it.
struct Classification {
  EditClass edit_class = EditClass::content_word;
  std::string rule;
};

// What it means that `quote` stands where the passage has `source`. Either may be empty, not both.
Classification classify_words(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s);

// What a stretch of the passage would hide if it were left out of a sentence that stays: a negation, a condition, a
// limit on what follows. Nothing where it hides nothing of that kind.
std::optional<EditClass> hidden_meaning(TokenSequence const& source, TokenRange hidden, bool before_rest);

}  // namespace quoth
