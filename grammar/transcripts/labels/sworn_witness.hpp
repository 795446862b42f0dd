// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "grammar/transcripts/labels/label_style.hpp"

namespace quoth::transcripts {

// The witness sworn in at that line of a deposition or trial: "ANA REED, having been duly sworn, testified as
// follows:", the oath on the line itself or the next three. Empty if there is none.
std::u32string_view sworn_witness(std::vector<LabelledLine> const& lines, std::size_t at);

// "DIRECT EXAMINATION", "CROSS-EXAMINATION (resumed)": a heading of the record.
bool is_examination_heading(std::u32string_view line);

}  // namespace quoth::transcripts
