// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/captions/caption.hpp"

namespace quoth::transcripts {

// Takes the speaker labels out of the lines, where no markup names speakers: "ANA REED:", ">> Ana:", "- ", and "[Ana
// Reed]" where a third of the captions begin so. Every caption must have a line.
bool take_labels(std::vector<Caption>& captions);

}  // namespace quoth::transcripts
