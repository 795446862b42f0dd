// SPDX-License-Identifier: MIT
#pragma once

#include "claim.hpp"
#include "quoth/check.hpp"
#include "quoth/finding_memory.hpp"

namespace quoth {

CheckedQuotation check_quotation(Claim const& claim, Library const& library, Policy const& policy);

}  // namespace quoth
