// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/source.hpp"

namespace quoth {

// One line of a transcript, as the reader of its file sees it.
struct TranscriptLine {
  std::u32string_view text;
  bool opens_paragraph = false;
  bool heading = false;  // may name a speaker, is never speech
};

// Plain text, a blank line before each paragraph.
std::vector<TranscriptLine> lines_of_text(std::u32string_view text);
std::vector<TranscriptLine> lines_of_document(Document const& document);

// Numbered lines as courts and legislatures print them, 25 to a page, without the numbers; nothing where the lines are
// not numbered. A paragraph opens where a line is indented further than most.
std::optional<std::vector<TranscriptLine>> lines_without_numbers(std::u32string_view text);

// The turns: one starts at a line with a speaker label. What stands before the first label is a heading unless it is
// long; without any label all of it is one turn of nobody.
std::vector<Utterance> turns_of(std::vector<TranscriptLine> const& lines);

}  // namespace quoth
