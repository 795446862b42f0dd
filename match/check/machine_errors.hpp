// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/stretches.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// What an edit that the recording decides takes off the fidelity at most: as much as what a policy allows.
constexpr double most_cost_in_doubt = 0.03;

// Of the edits that an editor must see, marks those that a machine which heard or read the source more likely made than
// the writer, and lowers their cost. For a source that a machine made. Edits refer to the segments of `stretches`.
void excuse_machine_errors(Evidence& evidence, Stretches const& stretches, Policy const& policy);

}  // namespace quoth::match
