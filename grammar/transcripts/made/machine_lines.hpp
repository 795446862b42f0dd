// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/lines/transcript_lines.hpp"

namespace quoth::transcripts {

// Whether the lines of a text are as programs write what they recognise: a notice says so at its head or end; each turn
// has a head such as "Ana Reed  0:04" (Otter, Microsoft Teams) or "[Ana Reed] 10:02:11" (Zoom); each line has a range
// of time as Whisper prints it, "[00:00.000 --> 00:04.500]"; or they are live captions.
bool tell_machine(std::vector<TranscriptLine> const& lines);

}  // namespace quoth::transcripts
