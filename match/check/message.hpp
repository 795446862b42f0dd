// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/finding.hpp"

namespace quoth::match {

// One line for an editor about a quotation that was found: what differs, and what the source has instead.
// `is_doubtful`: the article does not clearly attribute it to this speaker. finding.evidence must not be empty.
std::string message_for(Finding const& finding, std::string_view claimed, bool is_doubtful);

}  // namespace quoth::match
