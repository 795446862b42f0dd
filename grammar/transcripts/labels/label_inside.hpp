// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/labels/label_style.hpp"

namespace quoth::transcripts {

// Splits lines that hold two turns, "REED: Shane? KIM: Yes.", at the second label. Only names in capitals that label
// several lines count, and only after the end of a sentence.
void part_at_labels_inside(std::vector<LabelledLine>& lines);

}  // namespace quoth::transcripts
