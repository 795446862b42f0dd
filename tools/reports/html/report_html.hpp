// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// A self-contained page: the articles with numbered marks, and the evidence beside each. It can be read without
// scripts, without the network, and on paper.
std::unique_ptr<ReportWriter> html_report(ReportOptions const& options, std::ostream& out);

}  // namespace quoth::tools
