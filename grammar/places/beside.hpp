// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/tokens/prose_token.hpp"
#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// Gives each quotation the place and the editorial notes that stand beside it: a place belongs to the quotation that it
// directly follows, else to the nearest one of its sentence. `tokens`: of the document, with those inside the
// quotations. Quotations inside others get none. Linear in the number of tokens.
void tell_places(Document const& document, Tokens const& tokens, std::vector<Quotation>& quotations);

}  // namespace quoth::grammar
