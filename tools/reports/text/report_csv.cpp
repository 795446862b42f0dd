// SPDX-License-Identifier: MIT
#include "tools/reports/text/report_csv.hpp"

#include <fmt/format.h>

#include <ostream>

#include "tools/reports/csv_cell.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/places_to_check.hpp"

namespace quoth::tools {

namespace {

class CsvReport : public ReportWriter {
 public:
  CsvReport(ReportOptions options, std::ostream& out) : options_(std::move(options)), out_(out) {
    out_ << "file,line,column,kind,quotation,speaker,verdict,also,fidelity,confidence,message,source,date,said_by,turn,"
            "passage,url,set_aside,fingerprint,reason,speaker_checked,place_to_check,link\r\n";
  }

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    auto const order = options_.order.value_or(FindingOrder::place);
    for (auto const* one : ordered(checked, order, options_.severities)) {
      if (is_shown(one->finding, options_.shown, options_.severities)) add_row(document, one->quotation, one->finding);
    }
  }
  void finish() override {}

 private:
  void add_row(Document const& document, Quotation const& quotation, Finding const& finding) {
    auto const at = document.locate(span_at_fault(quotation, finding).first);
    auto const fidelity =
        finding.verdict == Verdict::unchecked ? std::string() : fmt::format("{:.4f}", finding.fidelity);
    std::string also;
    for (auto const verdict : finding.also) also += (also.empty() ? "" : " ") + std::string(to_string(verdict));
    out_ << csv_cell(document.id()) << fmt::format(",{},{},{},", at.line, at.column, to_string(quotation.kind))
         << csv_cell(words_of(document, quotation)) << ',' << csv_cell(claimed_speaker(quotation))
         << fmt::format(",{},{},{},{:.2f},", to_string(finding.verdict), also, fidelity, finding.confidence)
         << csv_cell(finding.message) << ',';
    auto const evidence = finding.evidence.empty() ? Evidence{} : finding.evidence.front();
    out_ << csv_cell(evidence.source) << ',' << csv_cell(evidence.date) << ',' << csv_cell(evidence.speaker) << ','
         << (finding.evidence.empty() ? "" : std::to_string(evidence.utterance + 1)) << ',' << csv_cell(evidence.text)
         << ',' << csv_cell(evidence.url) << ',' << csv_cell(finding.set_aside) << ','
         << fingerprint(document, quotation, finding) << ',' << (finding.reason ? to_string(*finding.reason) : "")
         << ',' << to_string(finding.speaker_checked) << ',';
    auto const places = places_to_check(finding);
    auto const first = places.empty() ? PlaceToCheck{} : places.front();
    out_ << csv_cell(first.place) << ',' << csv_cell(first.link) << "\r\n";
  }

  ReportOptions options_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<ReportWriter> csv_report(ReportOptions const& options, std::ostream& out) {
  return std::make_unique<CsvReport>(options, out);
}

}  // namespace quoth::tools
