// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// One line for each document, or one array of all.
enum class JsonShape { lines, array };

// The format of docs/json.md. Offsets are code points of the document's text; line and column are the file's.
std::unique_ptr<ReportWriter> json_report(JsonShape shape, std::ostream& out);

}  // namespace quoth::tools
