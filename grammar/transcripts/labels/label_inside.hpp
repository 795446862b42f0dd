// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/labels/label_ruling.hpp"

namespace quoth {

// "REED: Shane? KIM: Yes.": where two turns stand in one line, the second becomes a line of its own. Only names in
// capitals that label several lines are looked for, behind the end of a sentence.
void part_at_labels_inside(std::vector<LabelledLine>& lines);

}  // namespace quoth
