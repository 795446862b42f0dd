// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "grammar/transcripts/captions/cue.hpp"

namespace quoth {

// The cues of WebVTT (https://www.w3.org/TR/webvtt1/) or SubRip: a timing line, then lines up to a blank one. Tags are
// taken out, voice tags name who speaks, entities are resolved. Throws Error, naming `where` and the line, where a
// timing line is malformed.
std::vector<Cue> parse_cue_file(std::string_view utf8, std::string_view where);

}  // namespace quoth
