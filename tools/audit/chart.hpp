// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "db/audit/audit_summary.hpp"

namespace quoth {

// Pictures as inline SVG; the colours are the verdicts' classes of data/summary.css. Quotations that could not be
// checked are told in words, not drawn: they would hide the rest.

// A column for each name, from left to right, in pieces by verdict.
std::string column_chart(std::vector<NamedCounts> const& named);
// A bar for each name, all of the same length, in pieces by verdict, with the counts beside it.
std::string share_chart(std::vector<NamedCounts> const& named);
// How many quotations have a fidelity in each step from 0 to 1.
std::string fidelity_chart(std::array<std::uint64_t, 20> const& steps);
// One long bar of all verdicts, unchecked ones too, with what each colour means below it.
std::string verdict_bar(VerdictCounts const& counts);

}  // namespace quoth
