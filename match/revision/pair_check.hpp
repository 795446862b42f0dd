// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/claim.hpp"
#include "quoth/candidate.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// What became of the words of a speech of the old version in a quotation that is known to be the same, however many of
// them differ. Who speaks is not compared.
Finding check_pair(Claim const& claim, Candidate const& earlier, Policy const& policy);

}  // namespace quoth::match
