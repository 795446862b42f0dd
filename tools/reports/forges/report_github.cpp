// SPDX-License-Identifier: MIT
#include "tools/reports/forges/report_github.hpp"

#include <fmt/format.h>

#include <ostream>
#include <utility>

#include "tools/reports/finding_text.hpp"

namespace quoth::tools {

namespace {

// Escapes a value of a workflow command (GitHub, "Workflow commands"); a property's separators too.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (auto const c : printable(text)) {
    bool const special = c == '%' || (property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return out;
}

std::string_view level_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

class GithubReport : public ReportWriter {
 public:
  GithubReport(Severities severities, std::ostream& out) : severities_(std::move(severities)), out_(out) {}

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    for (auto const& [quotation, finding] : checked) {
      if (!severities_.lists(finding)) continue;
      auto const at = document.locate(span_at_fault(quotation, finding).first);
      out_ << fmt::format("::{} file={},line={},col={},title={}::{} (claimed speaker: {})\n",
                          level_of(severities_.of(finding)), escaped(document.id(), true), at.line, at.column,
                          to_string(finding.verdict), escaped(on_one_line(finding), false),
                          escaped(claimed_speaker(quotation), false));
    }
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    out_ << fmt::format("::error file={},title=unreadable::{}\n", escaped(id, true), escaped(error, false));
  }

  void finish() override {}

 private:
  Severities severities_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<ReportWriter> github_report(Severities severities, std::ostream& out) {
  return std::make_unique<GithubReport>(std::move(severities), out);
}

}  // namespace quoth::tools
