// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/marks/marks.hpp"
#include "grammar/tokens/prose_token.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// The quotations of an article in a language that the grammar does not read: what stands between marks, or behind a
// dash. Few words that are no sentence are a term; everything else is speech, of nobody but whom PlainSpeaker names.
std::vector<Quotation> plain_quotations(Document const& document, Tokens const& tokens,
                                        std::vector<MarkedSpan> const& marked_spans);

}  // namespace quoth::grammar
