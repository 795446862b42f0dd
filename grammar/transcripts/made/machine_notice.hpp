// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace quoth::transcripts {

// Whether one of the lines, in UTF-8, says that a machine made the transcript, and not that people went over it since.
// The notices are in machine-notices.txt. Hand over the few lines at the head of a file and at its end.
bool has_machine_notice(std::vector<std::string> const& lines);

}  // namespace quoth::transcripts
