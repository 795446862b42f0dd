// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "quoth/document.hpp"

namespace quoth::grammar {

// A block of an article that is a block quotation or one of its paragraphs, or a turn in it of a transcript that is
// quoted with its labels.
struct QuotedBlock {
  Span words;            // never empty; without the source named at its end: "— Ana Reed", "(Reed 2031, p. 4)"
  bool goes_on = false;  // the next one is the same quotation's next paragraph
};

// For each block of the document, what of it is quoted, in order. Not all that is set like a quotation is one: a
// call-out, code, the article itself where nothing stands outside. What somebody is said beside it to have said is one,
// however it begins. What has quotation marks of its own around it needs no others. Linear in the text.
std::vector<std::vector<QuotedBlock>> quoted_blocks(Document const& document);

}  // namespace quoth::grammar
