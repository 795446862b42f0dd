// SPDX-License-Identifier: MIT
#include "tools/reports/forges/report_gitlab.hpp"

#include <map>
#include <ostream>
#include <utility>

#include "text/json/json_writer.hpp"
#include "tools/reports/finding_text.hpp"

namespace quoth::tools {

namespace {

std::string_view severity_name(Severity severity) {
  return severity == Severity::error ? "critical" : severity == Severity::warning ? "major" : "info";
}

class GitlabReport : public ReportWriter {
 public:
  GitlabReport(Severities severities, std::ostream& out) : severities_(std::move(severities)), out_(out) {
    issues_.begin_array();
  }

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    for (auto const& [quotation, finding] : checked) {
      if (!severities_.lists(finding)) continue;
      auto const at = document.locate(span_at_fault(quotation, finding).first);
      issues_.begin_object().field("description", printable(on_one_line(finding)));
      issues_.field("check_name", to_string(finding.verdict));
      issues_.field("fingerprint", unique(document.id() + fingerprint(document, quotation, finding)));
      issues_.field("severity", severity_name(severities_.of(finding))).key("location").begin_object();
      issues_.field("path", document.id()).key("lines").begin_object().field("begin", at.line).end_object();
      issues_.end_object().end_object();
    }
  }
  void finish() override { out_ << issues_.end_array().text() << '\n'; }

 private:
  // GitLab drops an issue whose fingerprint it has seen.
  std::string unique(std::string const& print) { return print + "-" + std::to_string(++seen_[print]); }

  Severities severities_;
  std::ostream& out_;
  text::JsonWriter issues_{text::JsonWriter::Layout::indented};
  std::map<std::string, int> seen_;
};

}  // namespace

std::unique_ptr<ReportWriter> gitlab_report(Severities severities, std::ostream& out) {
  return std::make_unique<GitlabReport>(std::move(severities), out);
}

}  // namespace quoth::tools
