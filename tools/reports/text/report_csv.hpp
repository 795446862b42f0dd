// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// One row for each quotation, for spreadsheets (RFC 4180): file, position, quotation, speaker, verdict, passage. A cell
// that a spreadsheet would take for a formula starts with an apostrophe.
std::unique_ptr<ReportWriter> csv_report(ReportOptions const& options, std::ostream& out);

}  // namespace quoth::tools
