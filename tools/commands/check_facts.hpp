// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "quoth/policy.hpp"
#include "quoth/store_coverage.hpp"
#include "tools/reports/report.hpp"
#include "tools/sources/source_store.hpp"

namespace quoth::tools {

// What a page that is filed says of the check: the day, if SOURCE_DATE_EPOCH names one, the policy, the store with its
// version, and quoth's version. The same input has the same facts. Throws Error where the store cannot be read.
std::vector<ReportFact> check_facts(Policy const& policy, SourceStore const& store, StoreCoverage coverage);

}  // namespace quoth::tools
