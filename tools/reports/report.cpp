// SPDX-License-Identifier: MIT
#include "tools/reports/report.hpp"

#include "quoth/error.hpp"

namespace quoth::tools {

void reported(ReportWriter& report, std::string const& file, std::function<void()> const& work) {
  try {
    work();
  } catch (Error const& error) {
    report.add_unreadable(file, error.what());
    throw;
  }
}

}  // namespace quoth::tools
