// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "quoth/candidate.hpp"
#include "tools/reports/report.hpp"

namespace quoth {

// Prints the passages of a search on standard output, best source first: where, who, and the turn around the words of
// the query, which are marked. Skips sources that hold less than half of the words. Returns how many sources were
// printed.
std::size_t report_passages(std::vector<Candidate> const& candidates, std::string const& words, ReportFormat format,
                            Terminal const& terminal);

}  // namespace quoth
