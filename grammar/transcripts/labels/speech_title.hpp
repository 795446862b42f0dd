// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace quoth::transcripts {

// Whether the title is of something that was said by somebody it names: "Remarks by Director Reed at the Lock". A
// statement is written.
bool announces_speech(std::string const& title);

// Whom it names: "Director Reed" of "Statement by Director Reed on the Lock"; empty where it names nobody or several.
std::string speaker_in_title(std::string const& title);

}  // namespace quoth::transcripts
