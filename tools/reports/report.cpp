// SPDX-License-Identifier: MIT
#include "tools/reports/report.hpp"

#include "quoth/error.hpp"
#include "tools/reports/report_csv.hpp"
#include "tools/reports/report_diff.hpp"
#include "tools/reports/report_github.hpp"
#include "tools/reports/report_gitlab.hpp"
#include "tools/reports/report_html.hpp"
#include "tools/reports/report_json.hpp"
#include "tools/reports/report_junit.hpp"
#include "tools/reports/report_rdjsonl.hpp"
#include "tools/reports/report_sarif.hpp"
#include "tools/reports/report_text.hpp"

namespace quoth::tools {

std::map<std::string, ReportFormat> const& extraction_formats() {
  static std::map<std::string, ReportFormat> const formats{
      {"text", ReportFormat::text}, {"json", ReportFormat::json}, {"jsonl", ReportFormat::jsonl}};
  return formats;
}

std::map<std::string, ReportFormat> const& check_formats() {
  static auto const formats = [] {
    auto all = extraction_formats();
    all.insert({{"csv", ReportFormat::csv},
                {"github", ReportFormat::github},
                {"gitlab", ReportFormat::gitlab},
                {"html", ReportFormat::html},
                {"junit", ReportFormat::junit},
                {"rdjsonl", ReportFormat::rdjsonl},
                {"sarif", ReportFormat::sarif}});
    return all;
  }();
  return formats;
}

void reported(ReportWriter& report, std::string const& file, std::function<void()> const& work) {
  try {
    work();
  } catch (Error const& error) {
    report.add_unreadable(file, error.what());
    throw;
  }
}

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
