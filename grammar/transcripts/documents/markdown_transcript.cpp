// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "grammar/transcripts/turns/document_turns.hpp"
#include "quoth/document.hpp"
#include "text/files/file_content.hpp"
#include "text/names/name_lexicon.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  std::string_view const text = file.utf8();
  if (text.starts_with("---\n") || text.starts_with("---\r\n")) return true;
  return text.starts_with("**") || text.find("\n**") != text.npos;
}

// The cells of a row of a table: "| Ana Reed | AR |".
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  if (line.starts_with('|')) line.remove_prefix(1);
  while (!line.empty()) {
    auto const cell = line.substr(0, line.find('|'));
    line.remove_prefix(std::min(cell.size() + 1, line.size()));
    cells.push_back(single_spaced(cell));
  }
  return cells;
}

bool is_full_name(std::string_view cell) {
  auto const words = text::split_words(cell);
  return words.size() > 1 && text::name_lexicon().is_given_name(words.key(0));
}

// Resolves initials: minutes that name people by their initials list them in a table, the name beside the initials.
void name_by_table(std::string_view text, Source& source) {
  std::map<std::string, Speaker*> labels;
  for (auto const& turn : source.utterances) {
    if (!turn.speaker.empty() && turn.speaker.size() <= 4) labels[turn.speaker] = &source.speakers[turn.speaker];
  }
  bool any = false;
  bool any_person = false;
  for (auto at = text.find('|'); at != text.npos; at = text.find('|', at)) {
    auto const start = text.rfind('\n', at) == text.npos ? 0 : text.rfind('\n', at) + 1;
    auto const end = std::min(text.find('\n', at), text.size());
    auto const cells = cells_of(text.substr(start, end - start));
    for (std::size_t i = 1; i < cells.size(); ++i) {
      auto const label = labels.find(cells[i]);
      if (label == labels.end() || !label->second->name.empty()) continue;
      label->second->name = cells[i - 1];
      any = true;
      any_person = any_person || is_full_name(cells[i - 1]);
    }
    at = end;
  }
  // Whoever is not listed keeps the initials as a name.
  for (auto const& [label, speaker] : labels) {
    if (any && speaker->name.empty()) speaker->name = label;
  }
  if (any_person) source.kind = SourceKind::transcript;
}

Source read(text::FileContent& file) {
  auto const document = markdown_document(file.where(), file.utf8(), MarkdownUse::transcript);
  auto source = turns_of(document);
  name_by_table(file.utf8(), source);
  return source;
}

}  // namespace

TranscriptFormat const markdown_format{"markdown", "Markdown", ".md .markdown .mdown", recognises, read, true};

}  // namespace quoth::transcripts
