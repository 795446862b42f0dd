// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/claim.hpp"
#include "match/check/finding_memory.hpp"
#include "quoth/check.hpp"

namespace quoth {

CheckedQuotation check_quotation(Claim const& claim, Library const& library, Policy const& policy);

}  // namespace quoth
