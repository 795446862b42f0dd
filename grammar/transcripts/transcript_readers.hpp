// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/transcripts/transcript_format.hpp"

namespace quoth::transcripts {

#define QUOTH_FORMAT(NAME) extern TranscriptFormat const NAME##_format;
#include "grammar/transcripts/transcript_formats.def"
#undef QUOTH_FORMAT

}  // namespace quoth::transcripts
