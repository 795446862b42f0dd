// SPDX-License-Identifier: MIT
#include "report.hpp"

#include "report_json.hpp"
#include "report_text.hpp"

namespace quoth {

std::unique_ptr<ReportWriter> report_writer(ReportOptions const& options) {
  switch (options.format) {
    case ReportFormat::json:
      return json_report(JsonShape::array);
    case ReportFormat::jsonl:
      return json_report(JsonShape::lines);
    case ReportFormat::text:
      break;
  }
  return text_report(options);
}

}  // namespace quoth
