// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth {

// Not a report but a patch: the verbatim words for altered and distorted quotations where one passage is clearly meant.
// For files of plain text, Markdown and HTML; of every other finding it says on standard error why it is left alone.
// Nothing is written to the articles.
std::unique_ptr<ReportWriter> diff_report(std::ostream& out);

}  // namespace quoth
