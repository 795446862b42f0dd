// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/transcript_lines.hpp"

#include <algorithm>

#include "text/words/lines.hpp"

namespace quoth::transcripts {

namespace {

// Reserves enough: growing would hold the lines twice, and memory that is reserved but unused costs nothing.
std::size_t most_lines(std::u32string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, U'\n')) + 1;
}

void add_lines(std::u32string_view text, bool heading, std::vector<TranscriptLine>& lines) {
  bool opens = true;
  while (!text.empty()) {
    auto const line = text::take_line(text);
    if (std::ranges::all_of(line, text::is_blank)) {
      opens = true;
    } else {
      lines.push_back({line, opens, heading, {}});
      opens = false;
    }
  }
}

}  // namespace

std::string page_name(PrintedPlace place) {
  return (place.series == 0 ? std::string() : std::string(1, place.series)) + std::to_string(place.page);
}

std::vector<TranscriptLine> lines_of_text(std::u32string_view text) {
  std::vector<TranscriptLine> lines;
  lines.reserve(most_lines(text));
  add_lines(text, false, lines);
  leave_out_page_marks(lines);
  return lines;
}

std::vector<TranscriptLine> lines_of_document(Document const& document) {
  std::vector<TranscriptLine> lines;
  lines.reserve(most_lines(document.text()));
  for (auto const& block : document.blocks()) {
    if (block.kind == BlockKind::caption) continue;
    auto const first = lines.size();
    add_lines(document.text().substr(block.span.first, block.span.size()), block.kind == BlockKind::heading, lines);
    if (document.unit != PositionUnit::page) continue;
    for (auto i = first; i < lines.size(); ++i) {
      auto const offset = static_cast<std::uint32_t>(lines[i].text.data() - document.text().data());
      lines[i].place.page = document.locate(offset).line;
    }
  }
  leave_out_page_marks(lines);
  return lines;
}

}  // namespace quoth::transcripts
