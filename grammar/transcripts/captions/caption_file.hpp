// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "grammar/transcripts/captions/caption.hpp"

namespace quoth::transcripts {

// Parses the captions of WebVTT (https://www.w3.org/TR/webvtt1/) or SubRip: a timing line, then lines of text up to a
// blank one. Tags are removed, voice tags name the speaker, character references are resolved. Throws Error, naming
// `where` and the line, if a timing line is malformed.
std::vector<Caption> parse_caption_file(std::string_view utf8, std::string_view where);

}  // namespace quoth::transcripts
