// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "quoth/finding.hpp"

namespace quoth {

// How much of what was said the printed words keep, from 1 (all) to 0: allowed edits together take off a little, and no
// more than a little; each other edit its own share of what is left.
double fidelity_of(std::vector<Edit> const& edits);

// What is left of it when somebody else said the words.
double misattributed_fidelity(double fidelity);

}  // namespace quoth
