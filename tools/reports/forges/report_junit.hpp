// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// JUnit XML: a suite for each document, a case for each quotation; what an editor must see is a failure.
std::unique_ptr<ReportWriter> junit_report(Severities severities, std::ostream& out);

}  // namespace quoth::tools
