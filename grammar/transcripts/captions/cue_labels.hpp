// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/captions/cue.hpp"

namespace quoth {

// Takes the labels out of the lines, where no markup says who speaks: "ANA REED:", ">> Ana:", "- ", and "[Ana Reed]"
// where most lines begin so. No cue may be empty.
void take_labels(std::vector<Cue>& cues);

}  // namespace quoth
