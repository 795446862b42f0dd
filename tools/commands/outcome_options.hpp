// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "tools/commands/command.hpp"
#include "tools/reports/finding_order.hpp"
#include "tools/reports/report.hpp"
#include "tools/reports/selection.hpp"

namespace quoth::tools {

// What a report on findings has in it, where it goes and what the exit status says of it.
struct OutcomeOptions {
  std::string output;
  std::string fail_on;
  std::optional<double> min_confidence;
  Selection selection;
  std::optional<Shown> shown;
  std::optional<FindingOrder> order;
  bool exit_zero = false;
  bool explain = false;
  bool quiet = false;
};

// All but --fail-on, whose values differ.
void add_outcome_options(Command& command, OutcomeOptions& options);

// The options of the report. Throws Error where they do not go with its format.
ReportOptions report_options_of(OutcomeOptions const& outcome, ReportFormat format, Terminal const& terminal);

}  // namespace quoth::tools
