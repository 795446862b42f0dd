// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

struct MarkedSpan;

// The tokens outside the marked spans on one level of nesting; each marked span is one token of kind `quotation` whose
// key is its index. The inside of a marked span is an outer text of its own.
struct OuterText {
  int inside = -1;  // the marked span whose inside this is; -1 for the article itself
  Tokens tokens;
  Language language = Language::english;
};

// The article's own outer text first, then that of every marked span with others inside.
std::vector<OuterText> outer_texts(Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans,
                                   Language language = Language::english);

}  // namespace quoth::grammar
