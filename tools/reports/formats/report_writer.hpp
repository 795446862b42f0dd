// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// The writer of the format that the options name. `out` must outlive it.
std::unique_ptr<ReportWriter> report_writer(ReportOptions const& options, std::ostream& out);

}  // namespace quoth::tools
