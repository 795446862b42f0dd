// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace quoth::grammar {

struct MarkedSpan;
struct Token;
using Tokens = std::vector<Token>;

// Finds speech that a dash opens at the start of a paragraph, and adds a marked span for each stretch of it, so that
// all are in the order of their openings again. The tag begins at a dash, and ends at one behind which speech goes on,
// or it begins at the comma before its verb and ends the speech:
//   —El puente es seguro —dijo Ana Ruiz—. Lo cruzo cada día.
//   – Bron är säker, säger Ana Lind.
// A paragraph without a tag is taken for speech where another of the article has one.
void add_dash_speech(std::u32string_view text, Tokens const& tokens, std::vector<MarkedSpan>& marked_spans);

}  // namespace quoth::grammar
