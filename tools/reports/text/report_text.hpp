// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// For people: file:line:column, the verdict, the quotation and the passage, with differing words in {braces} or in
// colour, who said it, where and when, and a line of advice; a summary at the end.
std::unique_ptr<ReportWriter> text_report(ReportOptions const& options, std::ostream& out);

}  // namespace quoth::tools
