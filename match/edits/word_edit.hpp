// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "match/words/token.hpp"
#include "match/words/token_range.hpp"
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

}  // namespace quoth::match
