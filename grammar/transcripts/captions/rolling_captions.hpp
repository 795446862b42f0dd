// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/captions/caption.hpp"

namespace quoth::transcripts {

// Removes the lines that roll-up captions repeat, and the beginnings that are repeated where captions grow word by
// word. Does so only where more than a third of the captions repeat, since somebody may say the same words twice; says
// whether they do.
bool unroll(std::vector<Caption>& captions);

}  // namespace quoth::transcripts
