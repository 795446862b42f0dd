// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// Of the edits that an editor must see, marks those that a recogniser more likely made than the writer, and lowers
// their cost. For a source that a machine made.
void excuse_machine_errors(std::vector<Edit>& edits, Policy const& policy);

}  // namespace quoth::match
