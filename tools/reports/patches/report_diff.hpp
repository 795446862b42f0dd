// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// A patch and no report: replaces the words of altered and distorted quotations by the spoken ones where one passage is
// clearly meant. For plain text, Markdown and HTML files; says on standard error why it leaves other findings alone.
// Does not change the articles. `bytes_of` as in ReportOptions.
std::unique_ptr<ReportWriter> diff_report(std::function<std::optional<std::string>(std::string const& id)> bytes_of,
                                          std::ostream& out);

}  // namespace quoth::tools
