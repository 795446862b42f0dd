// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/labels/transcript_label.hpp"
#include "grammar/transcripts/lines/clock.hpp"
#include "grammar/transcripts/lines/transcript_lines.hpp"

namespace quoth::transcripts {

// A line with the label or time at its head.
struct LabelledLine {
  TranscriptLine line;
  std::optional<SpeakerLabel> label;
  bool is_clock = false;   // nothing but a time; see clock_line
  bool has_clock = false;  // words without a label after a time; see clock_head
};

// Finds the speaker labels of a transcript. It has one style of label: where labels are in capitals, "Note:" is speech.
// A lone "Q", or a single name before a colon, is not a label; "Date:" at the head of a transcript is a field, no
// speaker.
std::vector<LabelledLine> with_labels(std::vector<TranscriptLine>&& lines);

}  // namespace quoth::transcripts
