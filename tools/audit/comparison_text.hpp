// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "db/audit/audit_comparison.hpp"

namespace quoth::tools {

// A comparison for people: its numbers, and a line for each finding.
std::string comparison_text(db::AuditComparison const& comparison);

}  // namespace quoth::tools
