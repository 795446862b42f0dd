// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/claim.hpp"
#include "match/check/stretches.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// Completes a finding whose evidence and segments were judged one by one: judges segments that were found nowhere and
// the joins of segments found in different passages, then gives the quotation the gravest verdict of its segments and
// joins, and the mean of the segments' fidelity by words.
void sum_up(Finding& finding, Claim const& claim, Stretches const& stretches, Policy const& policy);

}  // namespace quoth::match
