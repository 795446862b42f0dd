// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// GitLab's Code Quality format, one JSON array; only what an editor must see.
std::unique_ptr<ReportWriter> gitlab_report(Severities severities, std::ostream& out);

}  // namespace quoth::tools
