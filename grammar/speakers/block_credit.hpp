// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/clauses/location.hpp"
#include "grammar/speakers/proposal.hpp"

namespace quoth::grammar {

class ParsedText;

// Keeps the candidates whom the words beside a block quotation credit with it: the words that lead to it ("Reed
// wrote:", "As the report puts it,"), a source line, or the sentence behind it ("Reed wrote that in 2031."). Unlike
// words between marks, which are nearly always somebody's who is named nearby, a block without such words is nobody's.
void keep_credited(ParsedText const& parsed, Location location, std::vector<WeighedProposal>& candidates);

// Keeps the candidates whom the quotation's own paragraph names, or a signature below it: a headline, a deck or a pull
// quote stands apart from what is around it.
void keep_in_paragraph(ParsedText const& parsed, Location location, std::vector<WeighedProposal>& candidates);

}  // namespace quoth::grammar
