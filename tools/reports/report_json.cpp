// SPDX-License-Identifier: MIT
#include "tools/reports/report_json.hpp"

#include <ostream>

#include "text/json/json_writer.hpp"
#include "tools/reports/finding_text.hpp"

namespace quoth {

namespace {

void write_span(JsonWriter& json, std::string_view name, Document const& document, std::optional<Span> span) {
  json.key(name);
  if (!span) {
    json.null();
    return;
  }
  json.begin_object().field("start", span->first).field("end", span->last);
  json.field("text", document.utf8(*span)).end_object();
}

void write_segment(JsonWriter& json, Document const& document, Span span) {
  auto const place = document.locate(span.first);
  json.begin_object().field("start", span.first).field("end", span.last);
  json.field("line", place.line).field("column", place.column);
  json.field("text", document.utf8(span)).end_object();
}

void write_attribution(JsonWriter& json, Document const& document, Attribution const& attribution) {
  json.begin_object().field_or_null("speaker", attribution.speaker);
  write_span(json, "mention", document, attribution.mention);
  write_span(json, "cue", document, attribution.cue);
  json.field_or_null("via", attribution.via).field("rule", attribution.rule);
  json.field("confidence", rounded(attribution.confidence));
  if (!attribution.aliases.empty()) {
    json.key("aliases").begin_array();
    for (auto const& alias : attribution.aliases) json.value(alias);
    json.end_array();
  }
  if (!attribution.reason.empty()) json.field("reason", attribution.reason);
  json.end_object();
}

std::string_view op_name(Edit::Op op) {
  switch (op) {
    case Edit::Op::replace:
      return "replace";
    case Edit::Op::remove:
      return "remove";
    case Edit::Op::insert:
      return "insert";
    case Edit::Op::move:
      return "move";
    case Edit::Op::jump:
      return "jump";
  }
  return "";
}

void write_edit(JsonWriter& json, Edit const& edit) {
  json.begin_object().field("op", op_name(edit.op)).field("class", to_string(edit.edit_class));
  json.field("quote", edit.quote).field("source", edit.source).field("rule", edit.rule);
  json.field("cost", rounded(edit.cost)).field("allowed", edit.allowed).end_object();
}

void write_line(JsonWriter& json, std::string_view name, std::uint32_t line) {
  json.key(name);
  if (line != 0) {
    json.value(line);
  } else {
    json.null();
  }
}

void write_printed(JsonWriter& json, PrintedRange const& printed) {
  json.key("printed").begin_object().field_or_null("page", printed.page);
  write_line(json, "line", printed.line);
  json.field_or_null("last_page", printed.last_page);
  write_line(json, "last_line", printed.last_line);
  json.end_object();
}

void write_evidence(JsonWriter& json, Evidence const& evidence) {
  json.begin_object().field("source", evidence.source).field_or_null("title", evidence.title);
  json.field_or_null("date", evidence.date).field_or_null("url", evidence.url);
  json.field("verbatim", to_string(evidence.kind)).field_or_null("speaker", evidence.speaker);
  json.field("utterance", evidence.utterance).key("time");
  if (evidence.time) {
    json.value(*evidence.time);
  } else {
    json.null();
  }
  if (!evidence.printed.empty()) write_printed(json, evidence.printed);
  json.field("before", evidence.before).field("text", evidence.text).field("after", evidence.after);
  json.key("edits").begin_array();
  for (auto const& edit : evidence.edits) write_edit(json, edit);
  json.end_array().end_object();
}

void write_finding(JsonWriter& json, Finding const& finding) {
  json.field("verdict", to_string(finding.verdict)).key("also").begin_array();
  for (auto const verdict : finding.also) json.value(to_string(verdict));
  json.end_array().field("fidelity", rounded(finding.fidelity)).field("confidence", rounded(finding.confidence));
  json.field("message", finding.message).key("evidence").begin_array();
  for (auto const& evidence : finding.evidence) write_evidence(json, evidence);
  json.end_array();
  if (!finding.set_aside.empty()) json.field("set_aside", finding.set_aside);
}

void write_quotation(JsonWriter& json, Document const& document, Quotation const& quotation) {
  json.field("id", quotation.id).field("kind", to_string(quotation.kind)).key("segments").begin_array();
  for (auto const span : quotation.segments) write_segment(json, document, span);
  json.end_array().key("attribution");
  if (quotation.attribution) {
    write_attribution(json, document, *quotation.attribution);
  } else {
    json.null();
  }
  if (quotation.inside != 0) json.field("inside", quotation.inside);
  if (!quotation.closed) json.field("closed", false);
}

class JsonReport : public ReportWriter {
 public:
  JsonReport(JsonShape shape, std::ostream& out) : shape_(shape), out_(out) {}

  void add(Document const& document, std::vector<Quotation> const& quotations,
           std::vector<Finding> const& findings) override {
    JsonWriter head;
    head.begin_object().field("id", document.id());
    if (document.unit != PositionUnit::line) head.field("unit", to_string(document.unit));
    auto opened = head.end_object().take();
    opened.pop_back();
    begin(opened + R"(,"quotations":[)");
    // One at a time: a book has so many that their JSON would be larger than its text.
    for (std::size_t i = 0; i < quotations.size(); ++i) {
      JsonWriter json;
      json.begin_object();
      write_quotation(json, document, quotations[i]);
      if (!findings.empty()) write_finding(json, findings[i]);
      out_ << (i == 0 ? "" : ",") << json.end_object().take();
    }
    end("]}");
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    JsonWriter json;
    json.begin_object().field("id", id).key("quotations").begin_array().end_array().field("error", error).end_object();
    begin(json.take());
    end("");
  }

  void finish() override {
    if (shape_ == JsonShape::array) out_ << (first_ ? "[]\n" : "\n]\n");
  }

 private:
  void begin(std::string_view json) {
    if (shape_ == JsonShape::array) out_ << (first_ ? "[\n" : ",\n");
    first_ = false;
    out_ << json;
  }

  void end(std::string_view json) {
    out_ << json;
    if (shape_ == JsonShape::lines) out_ << '\n';
  }

  JsonShape shape_;
  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ReportWriter> json_report(JsonShape shape, std::ostream& out) {
  return std::make_unique<JsonReport>(shape, out);
}

}  // namespace quoth
