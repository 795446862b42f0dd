// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "quoth/document.hpp"
#include "quoth/unicode.hpp"
#include "readers.hpp"
#include "transcript_lines.hpp"
#include "turn_joiner.hpp"

namespace quoth {

namespace {

bool recognises(FileContent& file) {
  std::u32string_view const text = file.text();
  if (text.starts_with(U"---\n") || text.starts_with(U"---\r\n")) return true;
  return text.starts_with(U"**") || text.find(U"\n**") != text.npos;
}

// The cells of a row of a table: "| Ana Reed | AR |".
std::vector<std::string> cells_of(std::u32string_view line) {
  std::vector<std::string> cells;
  if (line.starts_with(U'|')) line.remove_prefix(1);
  while (!line.empty()) {
    auto const cell = line.substr(0, line.find(U'|'));
    line.remove_prefix(std::min(cell.size() + 1, line.size()));
    cells.push_back(single_spaced(to_utf8(cell)));
  }
  return cells;
}

// Minutes that call people by their initials list them in a table, the name beside the initials.
void name_by_table(std::u32string_view text, Source& source) {
  std::map<std::string, Speaker*> labels;
  for (auto const& turn : source.utterances) {
    if (!turn.speaker.empty() && turn.speaker.size() <= 4) labels[turn.speaker] = &source.speakers[turn.speaker];
  }
  for (auto at = text.find(U'|'); at != text.npos; at = text.find(U'|', at)) {
    auto const start = text.rfind(U'\n', at) == text.npos ? 0 : text.rfind(U'\n', at) + 1;
    auto const end = std::min(text.find(U'\n', at), text.size());
    auto const cells = cells_of(text.substr(start, end - start));
    for (std::size_t i = 1; i < cells.size(); ++i) {
      auto const label = labels.find(cells[i]);
      if (label != labels.end() && label->second->name.empty()) label->second->name = cells[i - 1];
    }
    at = end;
  }
}

Source read(FileContent& file) {
  auto const document = markdown_document(file.where(), file.text(), MarkdownUse::transcript);
  Source source;
  source.title = document.title;
  source.date = document.date;
  source.url = document.url;
  read_turns(lines_of_document(document), source);
  name_by_table(file.text(), source);
  return source;
}

}  // namespace

TranscriptFormat const markdown_format{"markdown", "Markdown", ".md .markdown .mdown", recognises, read};

}  // namespace quoth
