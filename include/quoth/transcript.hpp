// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth {

enum class TranscriptFormat { plain, markdown, webvtt };

// By content: a WEBVTT signature, front matter or bold labels; else plain.
TranscriptFormat transcript_format(std::u32string_view text);

// The turns of a transcript. Plain text and Markdown: a turn starts at a line with a speaker label ("MS. REED:",
// "Q", "**Ana Reed:**", "Ana Reed: (01:20)"); what stands before the first label is no speech, unless no line has a
// label: then all of it is one speaker's, whose label is empty. WebVTT: voice tags or labels; cues of one speaker are
// joined up to a sentence's end. Title, date and URL come from the front matter. `id` and `path` are left to the
// caller. Throws Error where the text holds no words or the WebVTT is malformed; `where` names the file in it.
Source parse_transcript(std::u32string_view text, TranscriptFormat format, std::string_view where);

// Gives every label a Speaker: the ones named in `given` ("THE PRESIDENT=Joe Biden"; an empty label stands for speech
// without one), then what the source itself says, then the label in ordinary capitals. Who a source is titled after
// ("Remarks by Director Reed at …") speaks where no label stands and under a label of office alone ("THE DIRECTOR").
// Throws Error where speech without a label stays without a speaker, or where `given` is malformed.
void name_speakers(Source& source, std::vector<std::string> const& given, std::string_view where);

}  // namespace quoth
