// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "db/audit/audit_summary.hpp"

namespace quoth::tools {

// Charts as inline SVG; data/summary.css has the colours of the verdicts. Quotations that could not be checked are told
// in words and not drawn, since they would dwarf the rest. `links` are those of the names, of verdicts or of steps, to
// their findings, as many as there are of them; empty ones are none.

// A stacked column for each name, from left to right, by verdict.
std::string column_chart(std::vector<db::NamedCounts> const& named, std::vector<std::string> const& links);
// A stacked bar of full length for each name, by verdict, with the counts beside it.
std::string share_chart(std::vector<db::NamedCounts> const& named, std::vector<std::string> const& links);
// A histogram of fidelity in equal steps from 0 to 1.
std::string fidelity_chart(std::array<std::uint64_t, 20> const& steps, std::vector<std::string> const& links);
// One stacked bar of all verdicts, unchecked ones too, with a legend.
std::string verdict_bar(db::VerdictCounts const& counts, std::vector<std::string> const& links);

}  // namespace quoth::tools
