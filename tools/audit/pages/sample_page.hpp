// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "db/audit/audit_findings.hpp"
#include "db/audit/finding_sample.hpp"

namespace quoth::tools {

// The page of a sample, beside the table that people fill in: what was printed and said, in the order of the table.
std::string sample_html(db::FindingSample const& sample, std::vector<db::ShownFinding> const& findings);

}  // namespace quoth::tools
