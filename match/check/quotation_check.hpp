// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/check.hpp"
#include "match/check/claim.hpp"
#include "match/findings/finding_cache.hpp"

namespace quoth::match {

// Checks one quotation: fetches candidates, aligns the words with them, classifies the differences and applies the
// policy. Does not use the cache of findings.
QuotationResult check_quotation(Claim const& claim, CandidateSource const& candidate_source, Policy const& policy);

}  // namespace quoth::match
