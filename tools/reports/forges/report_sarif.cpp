// SPDX-License-Identifier: MIT
#include "tools/reports/forges/report_sarif.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include "quoth/version.hpp"
#include "text/bytes/percent_encoding.hpp"
#include "text/files/relative_path.hpp"
#include "text/json/json_writer.hpp"
#include "tools/reports/doc_page.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/recording_link.hpp"

namespace quoth::tools {

namespace {

// The path relative to the working directory, as a URI reference.
std::string uri_of(std::string const& path) {
  return text::percent_encoded(text::relative_path(path).generic_string(), "/");
}

// The first paragraph below the page's heading.
std::string first_paragraph(std::string_view page) {
  auto const start = page.find("\n\n");
  if (start == page.npos) return std::string(page);
  auto const text = page.substr(start + 2);
  return std::string(text.substr(0, text.find("\n\n")));
}

void write_text(text::JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name).begin_object().field("text", text).end_object();
}

void write_rule(text::JsonWriter& json, Verdict verdict, Severity severity) {
  auto const page = page_of(verdict);
  json.begin_object().field("id", to_string(verdict));
  write_text(json, "shortDescription", first_paragraph(page));
  json.key("help").begin_object().field("text", page).field("markdown", page).end_object();
  json.key("defaultConfiguration").begin_object().field("level", to_string(severity)).end_object();
  json.end_object();
}

class SarifReport : public ReportWriter {
 public:
  SarifReport(Severities severities, std::ostream& out)
      : severities_(std::move(severities)), rules_(verdicts_to_see()), out_(out) {
    rules_.push_back(Verdict::unconfirmed);
    if (severities_.of(Verdict::unchecked) > Severity::note) rules_.push_back(Verdict::unchecked);
    log_.begin_object();
    log_.field("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    log_.field("version", "2.1.0").key("runs").begin_array().begin_object();
    log_.key("tool").begin_object().key("driver").begin_object();
    log_.field("name", "quoth").field("version", QUOTH_VERSION).key("rules").begin_array();
    for (auto const verdict : rules_) write_rule(log_, verdict, severities_.of(verdict));
    log_.end_array().end_object().end_object();
    log_.field("columnKind", "unicodeCodePoints").key("results").begin_array();
  }

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    for (auto const& [quotation, finding] : checked) {
      auto const is_listed = std::ranges::find(rules_, finding.verdict) != rules_.end();
      if (is_listed && finding.reason != UncheckedReason::not_speech) write_result(document, quotation, finding);
    }
    out_ << log_.take();
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    unreadable_.push_back({id, printable(error)});
  }

  void finish() override {
    log_.end_array().key("invocations").begin_array().begin_object();
    log_.field("executionSuccessful", unreadable_.empty()).key("toolExecutionNotifications").begin_array();
    for (auto const& [id, error] : unreadable_) {
      log_.begin_object().field("level", "error");
      write_text(log_, "message", error);
      log_.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
      write_artifact(id);
      log_.end_object().end_object().end_array().end_object();
    }
    log_.end_array().end_object().end_array().end_object().end_array().end_object();
    out_ << log_.take() << '\n';
  }

 private:
  struct Unreadable {
    std::string id;
    std::string error;
  };

  void write_artifact(std::string const& id) {
    log_.key("artifactLocation").begin_object();
    log_.field("uri", uri_of(id)).field("uriBaseId", "%SRCROOT%").end_object();
  }

  void write_location(Document const& document, Span span) {
    auto const start = document.locate(span.first);
    auto const end = document.locate(span.last);
    log_.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
    write_artifact(document.id());
    log_.key("region").begin_object().field("startLine", start.line).field("startColumn", start.column);
    log_.field("endLine", end.line).field("endColumn", end.column).end_object();
    log_.end_object().end_object().end_array();
  }

  // The passages that the finding rests on. A source is a file only where it says where that lies.
  void write_sources(Finding const& finding) {
    if (finding.evidence.empty()) return;
    log_.key("relatedLocations").begin_array();
    for (auto const& evidence : finding.evidence) {
      log_.begin_object();
      if (auto const link = link_to(evidence.url, evidence.time); !link.empty()) {
        log_.key("physicalLocation").begin_object().key("artifactLocation").begin_object();
        log_.field("uri", link).end_object().end_object();
      }
      log_.key("logicalLocations").begin_array().begin_object().field("name", printable(evidence.source));
      log_.field("kind", evidence.paragraph == 0 ? "turn" : "paragraph").end_object().end_array();
      write_text(log_, "message", printable(whereabouts(evidence) + ": “" + evidence.text + "”"));
      log_.end_object();
    }
    log_.end_array();
  }

  void write_result(Document const& document, Quotation const& quotation, Finding const& finding) {
    auto const rule = std::ranges::find(rules_, finding.verdict) - rules_.begin();
    auto const print = fingerprint(document, quotation, finding);
    log_.begin_object().field("ruleId", to_string(finding.verdict)).field("ruleIndex", rule);
    log_.field("level", to_string(severities_.of(finding)));
    write_text(log_, "message", printable(on_one_line(finding)));
    log_.field("rank", text::rounded(finding.confidence * 100));
    write_location(document, span_at_fault(quotation, finding));
    write_sources(finding);
    log_.key("partialFingerprints").begin_object();
    log_.field("quothFinding/v1", print + ":" + std::to_string(++seen_[document.id() + print])).end_object();
    log_.key("properties").begin_object();
    if (finding.verdict != Verdict::unchecked) log_.field("fidelity", text::rounded(finding.fidelity));
    log_.field("confidence", text::rounded(finding.confidence)).end_object();
    if (!finding.set_aside.empty()) {
      log_.key("suppressions").begin_array().begin_object().field("kind", "external");
      log_.field("justification", printable(finding.set_aside)).end_object().end_array();
    }
    log_.end_object();
  }

  Severities severities_;
  std::vector<Verdict> rules_;  // the verdicts that are reported
  std::ostream& out_;
  text::JsonWriter log_{text::JsonWriter::Layout::indented};
  std::vector<Unreadable> unreadable_;
  std::map<std::string, int> seen_;
};

}  // namespace

std::unique_ptr<ReportWriter> sarif_report(Severities severities, std::ostream& out) {
  return std::make_unique<SarifReport>(std::move(severities), out);
}

}  // namespace quoth::tools
