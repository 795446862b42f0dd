// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "quoth/candidate.hpp"
#include "tools/reports/report.hpp"

namespace quoth {

// The passages of a search on standard output, best source first: where, who, and the turn around the words that were
// looked for, which are marked. Sources that share less than half
// of the words are passed over; the number of those reported is returned.
std::size_t report_passages(std::vector<Candidate> const& candidates, std::string const& words, ReportFormat format,
                            Terminal const& terminal);

}  // namespace quoth
