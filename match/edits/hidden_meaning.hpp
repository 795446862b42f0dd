// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/words/token.hpp"
#include "match/words/token_range.hpp"
#include "quoth/edit_class.hpp"

namespace quoth::match {

// Whether the "no" at `i` is an answer or an interjection, as in "no, this is mine", and so denies nothing here.
bool is_answer(TokenSequence const& tokens, std::size_t i);

// What is hidden by omitting `hidden` from a sentence of which a part remains: a negation, a condition, or a limit on
// what follows; nothing for other words. `before_rest`: the remaining words follow directly.
std::optional<EditClass> hidden_meaning(TokenSequence const& source, TokenRange hidden, bool before_rest);

}  // namespace quoth::match
