// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "db/audit/audit_summary.hpp"
#include "tools/audit/pages/page_links.hpp"
#include "tools/audit/samples/precision.hpp"

namespace quoth::tools {

// A self-contained page: it loads nothing and runs no script. `precision` is null where nobody judged a sample.
std::string summary_html(db::AuditSummary const& summary, PageLinks const& links, Precision const* precision = nullptr);

}  // namespace quoth::tools
