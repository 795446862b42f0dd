// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "quoth/document.hpp"

namespace quoth::grammar {

// A block of an article that is a block quotation or one of its paragraphs.
struct QuotedBlock {
  Span words;            // never empty; without the source named at its end: "— Ana Reed", "(Reed 2031, p. 4)"
  bool goes_on = false;  // the next block is the same quotation's next paragraph
};

// For each block of the document, whether it is quoted. Not all that is set like a quotation is one: a call-out, the
// answer of an interview, the article itself where nothing stands outside. What has quotation marks of its own around
// it needs no others. Linear in the text.
std::vector<std::optional<QuotedBlock>> quoted_blocks(Document const& document);

}  // namespace quoth::grammar
