// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/finding.hpp"

namespace quoth {

// One line for an editor about a quotation that was found: what differs, and how the source has it.
// `is_doubtful`: the article leaves open whether it claims this speaker.
std::string message_for(Finding const& finding, std::string_view claimed, bool is_doubtful);

}  // namespace quoth
