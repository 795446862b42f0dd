// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "db/audit/audit_summary.hpp"

namespace quoth {

// A self-contained page: it loads nothing and runs no script.
std::string summary_html(AuditSummary const& summary);

}  // namespace quoth
