// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "db/audit/audit_summary.hpp"
#include "tools/audit/pages/page_links.hpp"
#include "tools/audit/pages/variant_pages.hpp"
#include "tools/audit/samples/precision.hpp"

namespace quoth::tools {

// What a summary shows beside that of audit.db.
struct SummaryExtras {
  std::vector<VariantRow> variants{};    // most altered first
  Precision const* precision = nullptr;  // null where nobody judged a sample
};

// A self-contained page: it loads nothing and runs no script.
std::string summary_html(db::AuditSummary const& summary, PageLinks const& links, SummaryExtras const& extras);

}  // namespace quoth::tools
