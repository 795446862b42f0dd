// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// For reviewdog: a line of JSON for each finding that an editor must look at (Reviewdog Diagnostic Format, "rdjsonl").
// Columns count bytes from 1, as that format has it; of an article whose file is not at hand there is the line alone,
// and of one without lines the path.
std::unique_ptr<ReportWriter> rdjsonl_report(ReportOptions const& options, std::ostream& out);

}  // namespace quoth::tools
