// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/labels/transcript_label.hpp"
#include "grammar/transcripts/lines/clock.hpp"
#include "grammar/transcripts/lines/transcript_lines.hpp"

namespace quoth {

// A line with what stands at its head.
struct LabelledLine {
  TranscriptLine line;
  std::optional<SpeakerLabel> label;
  bool is_clock = false;   // nothing but a time; see clock_line
  bool has_clock = false;  // words without a label behind a time; see clock_head
};

// The labels of a transcript. One style of label rules it: where capitals are labels, "Note:" is a word of the speech;
// a lone "Q" or name with a colon proves nothing. "Date:" at the head of a transcript is no speaker.
std::vector<LabelledLine> with_labels(std::vector<TranscriptLine>&& lines);

}  // namespace quoth
