// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "quoth/source.hpp"

namespace quoth::transcripts {

// The judge whose opinion a line opens: "JUSTICE HALLORAN, dissenting.", "Mr. Justice Vane delivered the opinion of the
// Court.", "Lady Justice Moore:", "Vane, J., concurring.", "VANE, Circuit Judge:". Empty for other lines.
std::string opinion_by(std::string_view line);

// In a ruling with opinions of several judges, makes each the speaker of the paragraphs of his own.
void mark_opinions(Source& source);

}  // namespace quoth::transcripts
