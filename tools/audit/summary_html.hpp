// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "db/audit/audit_summary.hpp"

namespace quoth {

// A page of its own: nothing is loaded from elsewhere, and nothing runs.
std::string summary_html(AuditSummary const& summary);

}  // namespace quoth
