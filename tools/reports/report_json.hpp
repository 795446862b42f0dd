// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>

#include "tools/reports/report.hpp"

namespace quoth {

// One document a line, or all documents in one array.
enum class JsonShape { lines, array };

// The JSON of docs/json.md. Offsets are code points of the document's text, line and column those of the file.
std::unique_ptr<ReportWriter> json_report(JsonShape shape, std::ostream& out);

}  // namespace quoth
