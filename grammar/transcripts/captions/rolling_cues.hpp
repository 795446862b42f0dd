// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/captions/cue.hpp"

namespace quoth {

// Leaves each line of captions that roll, or that grow word by word, once. Somebody may say the same words twice:
// captions roll where a good part of them repeats lines.
void unroll(std::vector<Cue>& cues);

}  // namespace quoth
