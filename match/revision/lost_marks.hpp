// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/check/reading.hpp"
#include "match/check/stretches.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// The edits by which a quotation loses the editor's marks that an earlier version of it has: an ellipsis, without which
// words are missing unmarked, and brackets, without which the editor's words are the speaker's. `reading`: of the whole
// quotation, in the earlier version.
std::vector<Edit> lost_marks(Reading const& reading, Stretches const& stretches, Policy const& policy);

}  // namespace quoth::match
