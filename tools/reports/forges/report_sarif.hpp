// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// SARIF 2.1.0 (OASIS): a rule for each verdict, with its page as help; a result for each finding that an editor must
// see, with relative paths and fingerprints that stay the same when lines move.
std::unique_ptr<ReportWriter> sarif_report(Severities severities, std::ostream& out);

}  // namespace quoth::tools
