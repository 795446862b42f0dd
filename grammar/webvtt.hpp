// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth {

// The turns of a WebVTT file (https://www.w3.org/TR/webvtt1/): speakers from voice tags, else from labels at the head
// of a cue's lines; cues of one speaker are joined up to the end of a sentence. Throws Error, naming `where` and the
// line, where a timing line is malformed.
std::vector<Utterance> parse_webvtt(std::u32string_view text, std::string_view where);

}  // namespace quoth
