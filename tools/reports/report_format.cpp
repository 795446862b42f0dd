// SPDX-License-Identifier: MIT
#include "tools/reports/report_format.hpp"

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

}  // namespace quoth::tools
