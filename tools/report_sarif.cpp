// SPDX-License-Identifier: MIT
#include "report_sarif.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "finding_text.hpp"

namespace quoth {

namespace {

using Json = nlohmann::ordered_json;

// The path, seen from the working directory, as a URI reference (RFC 3986): unreserved characters and slashes stay.
std::string uri_of(std::string const& path) {
  auto const relative = std::filesystem::proximate(path).generic_string();
  std::string uri;
  for (auto const c : relative) {
    bool const stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += stays ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return uri;
}

// The page without its heading and up to the first blank line after that.
std::string first_paragraph(std::string_view page) {
  auto const start = page.find("\n\n");
  if (start == page.npos) return std::string(page);
  auto const text = page.substr(start + 2);
  return std::string(text.substr(0, text.find("\n\n")));
}

Json rule_of(Verdict verdict, Severity severity) {
  auto const page = verdict_page(verdict);
  return {{"id", to_string(verdict)},
          {"shortDescription", {{"text", first_paragraph(page)}}},
          {"help", {{"text", page}, {"markdown", page}}},
          {"defaultConfiguration", {{"level", to_string(severity)}}}};
}

class SarifReport : public ReportWriter {
 public:
  SarifReport(Severities severities, std::ostream& out) : severities_(std::move(severities)), out_(out) {}

  void add(Document const& document, std::vector<Quotation> const& quotations,
           std::vector<Finding> const& findings) override {
    for (std::size_t i = 0; i < quotations.size(); ++i) {
      if (must_be_seen(findings[i].verdict)) results_.push_back(result(document, quotations[i], findings[i]));
    }
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    notifications_.push_back(
        {{"level", "error"},
         {"message", {{"text", printable(error)}}},
         {"locations", Json::array({{{"physicalLocation", {{"artifactLocation", artifact(id)}}}}})}});
  }

  void finish() override {
    auto rules = Json::array();
    for (auto const verdict : verdicts_to_see) rules.push_back(rule_of(verdict, severities_.of(verdict)));
    Json const run{{"tool", {{"driver", {{"name", "quoth"}, {"version", QUOTH_VERSION}, {"rules", rules}}}}},
                   {"columnKind", "unicodeCodePoints"},
                   {"invocations", Json::array({{{"executionSuccessful", notifications_.empty()},
                                                 {"toolExecutionNotifications", notifications_}}})},
                   {"results", results_}};
    Json const log{
        {"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs", Json::array({run})}};
    out_ << log.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  }

 private:
  static Json artifact(std::string const& id) { return {{"uri", uri_of(id)}, {"uriBaseId", "%SRCROOT%"}}; }

  Json result(Document const& document, Quotation const& quotation, Finding const& finding) {
    auto const start = document.locate(quotation.segments.front().first);
    auto const end = document.locate(quotation.segments.back().last);
    std::size_t rule = 0;
    while (verdicts_to_see.at(rule) != finding.verdict) ++rule;
    Json const location{{"physicalLocation",
                         {{"artifactLocation", artifact(document.id())},
                          {"region",
                           {{"startLine", start.line},
                            {"startColumn", start.column},
                            {"endLine", end.line},
                            {"endColumn", end.column}}}}}};
    auto const print = fingerprint(document, quotation, finding);
    Json result{
        {"ruleId", to_string(finding.verdict)},
        {"ruleIndex", rule},
        {"level", to_string(severities_.of(finding.verdict))},
        {"message", {{"text", printable(finding.message)}}},
        {"locations", Json::array({location})},
        {"partialFingerprints", {{"quothFinding/v1", print + ":" + std::to_string(++seen_[document.id() + print])}}},
        {"properties", {{"fidelity", finding.fidelity}, {"confidence", finding.confidence}}}};
    if (!finding.set_aside.empty()) {
      result["suppressions"] = Json::array({{{"kind", "external"}, {"justification", printable(finding.set_aside)}}});
    }
    return result;
  }

  Severities severities_;
  std::ostream& out_;
  Json results_ = Json::array();
  Json notifications_ = Json::array();
  std::map<std::string, int> seen_;
};

}  // namespace

std::unique_ptr<ReportWriter> sarif_report(Severities severities, std::ostream& out) {
  return std::make_unique<SarifReport>(std::move(severities), out);
}

}  // namespace quoth
