// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "db/audit/audit_findings.hpp"
#include "tools/audit/files/partial_folder.hpp"

namespace quoth::tools {

// Writes the pages of the groups: HTML that needs no script and no network.
void write_finding_pages(db::AuditFindings& findings, std::vector<db::FindingGroup> const& groups,
                         double least_confidence, PartialFolder const& folder);

}  // namespace quoth::tools
