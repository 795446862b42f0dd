// SPDX-License-Identifier: MIT
#include "report_gitlab.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "finding_text.hpp"

namespace quoth {

namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_name(Severity severity) {
  return severity == Severity::error ? "critical" : severity == Severity::warning ? "major" : "info";
}

class GitlabReport : public ReportWriter {
 public:
  GitlabReport(Severities severities, std::ostream& out) : severities_(std::move(severities)), out_(out) {}

  void add(Document const& document, std::vector<Quotation> const& quotations,
           std::vector<Finding> const& findings) override {
    for (std::size_t i = 0; i < quotations.size(); ++i) {
      auto const& finding = findings[i];
      if (!finding.needs_attention()) continue;
      auto const at = document.locate(quotations[i].segments.front().first);
      issues_.push_back({{"description", printable(finding.message)},
                         {"check_name", to_string(finding.verdict)},
                         {"fingerprint", unique(document.id() + fingerprint(document, quotations[i], finding))},
                         {"severity", severity_name(severities_.of(finding.verdict))},
                         {"location", {{"path", document.id()}, {"lines", {{"begin", at.line}}}}}});
    }
  }
  void finish() override { out_ << issues_.dump(2, ' ', false, Json::error_handler_t::replace) << '\n'; }

 private:
  // GitLab drops a second issue with the same fingerprint.
  std::string unique(std::string const& print) { return print + "-" + std::to_string(++seen_[print]); }

  Severities severities_;
  std::ostream& out_;
  Json issues_ = Json::array();
  std::map<std::string, int> seen_;
};

}  // namespace

std::unique_ptr<ReportWriter> gitlab_report(Severities severities, std::ostream& out) {
  return std::make_unique<GitlabReport>(std::move(severities), out);
}

}  // namespace quoth
