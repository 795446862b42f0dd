// SPDX-License-Identifier: MIT
#include "tools/reports/formats/report_writer.hpp"

#include "tools/reports/forges/report_github.hpp"
#include "tools/reports/forges/report_gitlab.hpp"
#include "tools/reports/forges/report_junit.hpp"
#include "tools/reports/forges/report_rdjsonl.hpp"
#include "tools/reports/forges/report_sarif.hpp"
#include "tools/reports/html/report_html.hpp"
#include "tools/reports/patches/report_diff.hpp"
#include "tools/reports/text/report_csv.hpp"
#include "tools/reports/text/report_json.hpp"
#include "tools/reports/text/report_text.hpp"

namespace quoth::tools {

std::unique_ptr<ReportWriter> report_writer(ReportOptions const& options, std::ostream& out) {
  switch (options.format) {
    case ReportFormat::json:
      return json_report(JsonShape::array, out);
    case ReportFormat::jsonl:
      return json_report(JsonShape::lines, out);
    case ReportFormat::csv:
      return csv_report(options, out);
    case ReportFormat::diff:
      return diff_report(options.bytes_of, out);
    case ReportFormat::github:
      return github_report(options.severities, out);
    case ReportFormat::gitlab:
      return gitlab_report(options.severities, out);
    case ReportFormat::html:
      return html_report(options, out);
    case ReportFormat::junit:
      return junit_report(options.severities, out);
    case ReportFormat::rdjsonl:
      return rdjsonl_report(options, out);
    case ReportFormat::sarif:
      return sarif_report(options.severities, out);
    case ReportFormat::text:
      break;
  }
  return text_report(options, out);
}

}  // namespace quoth::tools
