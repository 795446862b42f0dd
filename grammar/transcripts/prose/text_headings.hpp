// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/prose/paragraphs.hpp"

namespace quoth::transcripts {

// Marks the headings of plain text: short paragraphs such as "CHAPTER IV.", "3.2 Findings" and "What We Found", and
// lines that a row of = or - underlines, which is removed.
void mark_headings(std::vector<Paragraph>& paragraphs);

}  // namespace quoth::transcripts
