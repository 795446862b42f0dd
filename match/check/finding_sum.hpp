// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/claim.hpp"
#include "match/check/reading.hpp"
#include "match/check/stretches.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// Whether the words are as they were said, or differ only as the policy allows.
constexpr bool is_allowed(Verdict verdict) { return verdict == Verdict::verbatim || verdict == Verdict::permitted; }

// Of a quotation of which some segments were found: the others are not found, unless they are too short to tell. Only
// where the store should hold them.
void judge_absent(Finding& finding, Stretches const& stretches);

// Completes a finding whose evidence and segments were judged one by one: judges the joins of segments found in
// different passages, then gives the quotation the gravest verdict of its segments and joins, and the mean of the
// segments' fidelity by words.
void sum_up(Finding& finding, Claim const& claim, Stretches const& stretches, Policy const& policy);

// Adds the finding of one stretch that was looked for alone: segment `segment`, from 0, which begins at that byte of
// the joined segments.
void add_stretch(Finding& finding, Finding alone, std::uint32_t segment, std::uint32_t first_byte);

// Makes it the finding of words that somebody else said. The message stays.
void misattribute(Finding& finding);

// The confidence in the finding, in [0, 1]: a product with a factor below 1 for each reason to doubt, such as few
// words, an unknown speaker or a machine-made transcript.
// `words`: of the quotation; `names_speaker`: whether the claim does.
double confidence_in(Finding const& finding, Reading const& best, Claim const& claim, std::size_t words,
                     bool names_speaker);

}  // namespace quoth::match
