// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/clauses/phrase.hpp"
#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

// Splits nominals that are an adverbial and the subject behind it, without a comma between: "On Tuesday Okafor said",
// "In a statement Ana Tamm said", "In an interview with CNN Okafor said". They are told from a role and its name ("In a
// speech engineer Ana Tamm said") by the verb, which needs a subject.
Phrases split_openers(Tokens const& tokens, Phrases phrases);

}  // namespace quoth::grammar
