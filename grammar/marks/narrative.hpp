// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/marks/marks.hpp"
#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

// The tokens around the stretches on one level of nesting; each stretch is one token of kind `quotation` whose key is
// its index. What is in a stretch is a narrative of its own.
struct Narrative {
  int inside = -1;  // the stretch it is the inside of; -1 for the article itself
  Tokens tokens;
};

// The article's own narrative first, then that of every stretch with others inside.
std::vector<Narrative> narratives(Tokens const& tokens, std::vector<Stretch> const& stretches);

}  // namespace quoth::grammar
