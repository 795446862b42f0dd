// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "db/audit/audit_summary.hpp"
#include "tools/audit/page_links.hpp"

namespace quoth::tools {

// A self-contained page: it loads nothing and runs no script.
std::string summary_html(db::AuditSummary const& summary, PageLinks const& links);

}  // namespace quoth::tools
