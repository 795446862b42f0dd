// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/source.hpp"

namespace quoth::transcripts {

// The position of a line in print. Page 0 means no page, line 0 no number; `series` is the letter of pages such as
// "S102".
struct PrintedPlace {
  char series = 0;
  std::uint32_t page = 0;
  std::uint32_t line = 0;

  friend bool operator==(PrintedPlace, PrintedPlace) = default;
};

// The page as printed: "S102".
std::string page_name(PrintedPlace place);

// One line of a transcript, as the reader of its format gives it.
struct TranscriptLine {
  std::u32string_view text;
  bool opens_paragraph = false;
  bool heading = false;  // may name a speaker, is never speech
  PrintedPlace place;
};

// Lines of plain text; a paragraph opens after a blank line. Page numbers and running heads are left out.
std::vector<TranscriptLine> lines_of_text(std::u32string_view text);
std::vector<TranscriptLine> lines_of_document(Document const& document);

// Lines numbered as courts and legislatures print them, 25 to a page, without the numbers and without what is between
// two pages; nothing if the lines are not numbered. A paragraph opens where a line is indented further than most.
std::optional<std::vector<TranscriptLine>> lines_without_numbers(std::u32string_view text);

// Removes lines with page numbers and the running heads beside them, and sets `place` of the other lines.
void leave_out_page_marks(std::vector<TranscriptLine>& lines);

// Reads the turns, the speakers and the places in print. A turn starts at a line with a speaker label. Text before the
// first label is a heading unless it is long; without any label all of it is one turn without a speaker, or one for
// each time.
void read_turns(std::vector<TranscriptLine>&& lines, Source& source);

void leave_out_first_turn(Source& source);

}  // namespace quoth::transcripts
