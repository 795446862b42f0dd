// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/transcript_lines.hpp"

#include <algorithm>

namespace quoth {

namespace {

bool is_empty(std::u32string_view line) { return line.find_first_not_of(U" \t\r\f\u00A0") == line.npos; }

// Reserves enough: growing would hold the lines twice, and memory that is reserved but unused costs nothing.
std::size_t most_lines(std::u32string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, U'\n')) + 1;
}

void add_lines(std::u32string_view text, bool heading, std::vector<TranscriptLine>& lines) {
  bool opens = true;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find(U'\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (is_empty(line)) {
      opens = true;
    } else {
      lines.push_back({line, opens, heading, {}});
      opens = false;
    }
  }
}

}  // namespace

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

}  // namespace quoth
