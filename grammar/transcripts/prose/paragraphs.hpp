// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/transcripts/lines/transcript_lines.hpp"
#include "quoth/document.hpp"

namespace quoth::transcripts {

// Whether the quoted lines of a mail, which somebody else wrote, are of the text.
enum class Quoted { kept, left_out };

// One paragraph of a document, or a heading.
struct Paragraph {
  std::vector<TranscriptLine> lines;
  bool heading = false;

  // Its lines joined, with white space collapsed to one blank.
  std::string text() const;
};

// The paragraphs of a document in order.
struct PagedText {
  std::vector<Paragraph> paragraphs;
  // The names of the pages that `place` of the lines counts, from 1; empty where it has the numbers themselves.
  std::vector<std::string> pages;
};

// The paragraphs of a document, with their headings as far as the file marks them. Page numbers and running heads are
// left out, and `place` of the lines has the page: as printed, else as the file says, else as form feeds count. The
// views point into the document.
PagedText paragraphs_of(Document const& document, Quoted quoted);

}  // namespace quoth::transcripts
