// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "match/align/difference.hpp"
#include "quoth/edit_class.hpp"

namespace quoth::match {

// The class of an edit and the rule that found it.
struct Classification {
  EditClass edit_class = EditClass::content_word;
  std::string rule;
};

// Classifies the replacement of the tokens `s` of `source` by the tokens `q` of `quote`. One of the ranges may be
// empty.
Classification classify_words(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s);

// Whether the "no" at `i` is an answer or an interjection, as in "no, this is mine", and so denies nothing here.
bool is_answer(TokenSequence const& tokens, std::size_t i);

// What is hidden by omitting `hidden` from a sentence of which a part remains: a negation, a condition, or a limit on
// what follows; nothing for other words. `before_rest`: the remaining words follow directly.
std::optional<EditClass> hidden_meaning(TokenSequence const& source, TokenRange hidden, bool before_rest);

}  // namespace quoth::match
