// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/claim.hpp"
#include "match/check/stretches.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// Of a quotation of which some segments were found: the others are not found, unless they are too short to tell. Only
// where the store should hold them.
void judge_absent(Finding& finding, Stretches const& stretches);

// Completes a finding whose evidence and segments were judged one by one: judges the joins of segments found in
// different passages, then gives the quotation the gravest verdict of its segments and joins, and the mean of the
// segments' fidelity by words.
void sum_up(Finding& finding, Claim const& claim, Stretches const& stretches, Policy const& policy);

}  // namespace quoth::match
