// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace quoth::grammar {

class Lexicon;
struct Token;
using Tokens = std::vector<Token>;

// Gives the words of a German text the classes that only their neighbours tell: a verb in the preterite that no list
// has
// ("beurteilte das Amt", not "das beurteilte Amt"), a verb that reports together with its particle ("teilte … mit"),
// and the "so" behind a quotation that stands for a verb.
void tag_german(Tokens& tokens, Lexicon const& lexicon);

}  // namespace quoth::grammar
