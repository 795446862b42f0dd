// SPDX-License-Identifier: MIT
#include "tools/reports/forges/report_junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <pugixml.hpp>
#include <utility>

#include "tools/reports/finding_text.hpp"
#include "tools/reports/places_to_check.hpp"

namespace quoth::tools {

namespace {

class JunitReport : public ReportWriter {
 public:
  JunitReport(Severities severities, std::ostream& out) : severities_(std::move(severities)), out_(out) {
    auto declaration = xml_.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    suites_ = xml_.append_child("testsuites");
    suites_.append_attribute("name") = "quoth";
  }

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    auto suite = suites_.append_child("testsuite");
    suite.append_attribute("name") = printable(document.id()).c_str();
    suite.append_attribute("tests") = checked.size();
    suite.append_attribute("failures") = std::ranges::count_if(
        checked, [&](Finding const& finding) { return fails(finding); }, &CheckedQuotation::finding);
    suite.append_attribute("skipped") = std::ranges::count_if(
        checked, [&](Finding const& finding) { return is_skipped(finding); }, &CheckedQuotation::finding);
    for (auto const& [quotation, finding] : checked) add_case(suite, document, quotation, finding);
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    auto suite = suites_.append_child("testsuite");
    suite.append_attribute("name") = printable(id).c_str();
    auto failed = suite.append_child("testcase");
    failed.append_attribute("name") = "read";
    failed.append_child("error").append_attribute("message") = printable(error).c_str();
  }

  void finish() override { xml_.save(out_, "  ", pugi::format_default, pugi::encoding_utf8); }

 private:
  bool fails(Finding const& finding) const { return severities_.concerns(finding) && !severities_.is_unsure(finding); }
  bool is_skipped(Finding const& finding) const {
    if (fails(finding)) return false;
    return finding.verdict == Verdict::unchecked || finding.verdict == Verdict::unconfirmed ||
           !finding.set_aside.empty() || severities_.is_unsure(finding);
  }

  void add_case(pugi::xml_node suite, Document const& document, Quotation const& quotation,
                Finding const& finding) const {
    auto test = suite.append_child("testcase");
    test.append_attribute("classname") = printable(document.id()).c_str();
    test.append_attribute("name") =
        (place_of(document, span_at_fault(quotation, finding).first) + " " + printable(words_of(document, quotation)))
            .c_str();
    if (is_skipped(finding)) {
      auto why = finding.set_aside.empty() ? finding.message : finding.set_aside;
      if (severities_.is_unsure(finding))
        why = fmt::format("{}, at a confidence of {:.2f}: {}", to_string(finding.verdict), finding.confidence, why);
      if (is_to_confirm(finding) && !severities_.is_unsure(finding)) why = "unconfirmed: " + why;
      test.append_child("skipped").append_attribute("message") = printable(why).c_str();
    } else if (fails(finding)) {
      auto failed = test.append_child("failure");
      failed.append_attribute("type") = std::string(to_string(finding.verdict)).c_str();
      failed.append_attribute("message") = printable(finding.message).c_str();
      auto details = "claimed: " + printable(claimed_speaker(quotation)) + "\n";
      if (has_mixed_verdicts(finding)) {
        for (std::size_t i = 0; i < quotation.segments.size(); ++i)
          details += fmt::format("{}: {}\n", to_string(finding.segments.at(i).verdict),
                                 printable(document.utf8(quotation.segments[i])));
      }
      for (auto const& evidence : finding.evidence) {
        details += printable(whereabouts(evidence) + ": " + evidence.text) + "\n";
      }
      for (auto const& place : places_to_check(finding)) details += printable("check " + to_string(place)) + "\n";
      failed.text() = details.c_str();
    }
  }

  Severities severities_;
  std::ostream& out_;
  pugi::xml_document xml_;
  pugi::xml_node suites_;
};

}  // namespace

std::unique_ptr<ReportWriter> junit_report(Severities severities, std::ostream& out) {
  return std::make_unique<JunitReport>(std::move(severities), out);
}

}  // namespace quoth::tools
