// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/stretches.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// Of the edits that an editor must see, marks those that a recogniser more likely made than the writer, and lowers
// their cost. For a source that a machine made.
void excuse_machine_errors(Evidence& evidence, Stretches const& stretches, Policy const& policy);

}  // namespace quoth::match
