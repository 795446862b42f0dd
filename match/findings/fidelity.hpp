// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "quoth/finding.hpp"

namespace quoth::match {

// How much of what was said the printed words keep, from 0 to 1 (all): 1 - (sum of the costs of allowed edits, at most
// 0.08), times (1 - cost) for each other edit.
double fidelity_of(std::vector<Edit> const& edits);

// The fidelity of words that somebody else said.
double misattributed_fidelity(double fidelity);

}  // namespace quoth::match
