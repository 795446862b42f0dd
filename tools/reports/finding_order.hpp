// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "quoth/checker.hpp"
#include "tools/reports/severity.hpp"

namespace quoth::tools {

// The parts of an article's report, in their order: what an editor must look at, what is to be confirmed, what need not
// be looked at, what is unsure.
enum class Part { to_see, to_confirm, others, unsure };

Part part_of(Finding const& finding, Severities const& severities);

// Which findings a report shows: all; those that are open, with speech that was not checked and what is unsure; those
// that an editor must look at or confirm.
enum class Shown { all, open, attention };
bool is_shown(Finding const& finding, Shown shown, Severities const& severities);

// By part, in each by falling gravity with what was not checked last; or in the order of the text.
enum class FindingOrder { gravity, place };
std::vector<CheckedQuotation const*> ordered(std::vector<CheckedQuotation> const& checked, FindingOrder order,
                                             Severities const& severities);

}  // namespace quoth::tools
