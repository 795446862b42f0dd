// SPDX-License-Identifier: MIT
#include "transcript_lines.hpp"

namespace quoth {

namespace {

bool is_empty(std::u32string_view line) { return line.find_first_not_of(U" \t\r\f\u00A0") == line.npos; }

void add_lines(std::u32string_view text, bool heading, std::vector<TranscriptLine>& lines) {
  bool opens = true;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find(U'\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (is_empty(line)) {
      opens = true;
    } else {
      lines.push_back({line, opens, heading});
      opens = false;
    }
  }
}

}  // namespace

std::vector<TranscriptLine> lines_of_text(std::u32string_view text) {
  std::vector<TranscriptLine> lines;
  add_lines(text, false, lines);
  return lines;
}

std::vector<TranscriptLine> lines_of_document(Document const& document) {
  std::vector<TranscriptLine> lines;
  for (auto const& block : document.blocks()) {
    if (block.kind == BlockKind::caption) continue;
    add_lines(document.text().substr(block.span.first, block.span.size()), block.kind == BlockKind::heading, lines);
  }
  return lines;
}

}  // namespace quoth
