// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// Workflow commands, which GitHub shows as annotations on the lines of a pull request; only what an editor must see.
std::unique_ptr<ReportWriter> github_report(Severities severities, std::ostream& out);

}  // namespace quoth::tools
