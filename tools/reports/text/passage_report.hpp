// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "quoth/search.hpp"
#include "tools/reports/report.hpp"

namespace quoth::tools {

// Prints the passages of a search on standard output: where, who, and the text, in which the words of the query are
// marked.
void report_passages(std::vector<FoundPassage> const& passages, std::string const& words, ReportFormat format,
                     Terminal const& terminal);

}  // namespace quoth::tools
