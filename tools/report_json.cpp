// SPDX-License-Identifier: MIT
#include "report_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

namespace quoth {

namespace {

using Json = nlohmann::ordered_json;

// Shares and confidences mean nothing beyond four decimals.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

Json or_null(std::string const& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json span_json(Document const& document, std::optional<Span> span) {
  if (!span) return nullptr;
  return {{"start", span->first}, {"end", span->last}, {"text", document.utf8(*span)}};
}

Json segment_json(Document const& document, Span span) {
  auto const place = document.locate(span.first);
  return {{"start", span.first},
          {"end", span.last},
          {"line", place.line},
          {"column", place.column},
          {"text", document.utf8(span)}};
}

Json attribution_json(Document const& document, Attribution const& attribution) {
  Json json{{"speaker", or_null(attribution.speaker)},
            {"mention", span_json(document, attribution.mention)},
            {"cue", span_json(document, attribution.cue)},
            {"via", or_null(attribution.via)},
            {"rule", attribution.rule},
            {"confidence", rounded(attribution.confidence)}};
  if (!attribution.aliases.empty()) json["aliases"] = attribution.aliases;
  if (!attribution.reason.empty()) json["reason"] = attribution.reason;
  return json;
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

Json edit_json(Edit const& edit) {
  return {{"op", op_name(edit.op)}, {"class", edit.edit_class},   {"quote", edit.quote},    {"source", edit.source},
          {"rule", edit.rule},      {"cost", rounded(edit.cost)}, {"allowed", edit.allowed}};
}

Json evidence_json(Evidence const& evidence) {
  Json json{{"source", evidence.source},
            {"title", or_null(evidence.title)},
            {"date", or_null(evidence.date)},
            {"url", or_null(evidence.url)},
            {"verbatim", to_string(evidence.kind)},
            {"speaker", or_null(evidence.speaker)},
            {"utterance", evidence.utterance},
            {"time", evidence.time ? Json(*evidence.time) : Json(nullptr)},
            {"before", evidence.before},
            {"text", evidence.text},
            {"after", evidence.after},
            {"edits", Json::array()}};
  for (auto const& edit : evidence.edits) json["edits"].push_back(edit_json(edit));
  return json;
}

void add_finding(Json& json, Finding const& finding) {
  json["verdict"] = to_string(finding.verdict);
  json["also"] = Json::array();
  for (auto const verdict : finding.also) json["also"].push_back(to_string(verdict));
  json["fidelity"] = rounded(finding.fidelity);
  json["confidence"] = rounded(finding.confidence);
  json["message"] = finding.message;
  json["evidence"] = Json::array();
  if (!finding.set_aside.empty()) json["set_aside"] = finding.set_aside;
  for (auto const& evidence : finding.evidence) json["evidence"].push_back(evidence_json(evidence));
}

Json quotation_json(Document const& document, Quotation const& quotation) {
  Json json{{"id", quotation.id}, {"kind", to_string(quotation.kind)}, {"segments", Json::array()}};
  for (auto const span : quotation.segments) json["segments"].push_back(segment_json(document, span));
  json["attribution"] = quotation.attribution ? attribution_json(document, *quotation.attribution) : Json(nullptr);
  if (quotation.inside != 0) json["inside"] = quotation.inside;
  if (!quotation.closed) json["closed"] = false;
  return json;
}

class JsonReport : public ReportWriter {
 public:
  JsonReport(JsonShape shape, std::ostream& out) : shape_(shape), out_(out) {}

  void add(Document const& document, std::vector<Quotation> const& quotations,
           std::vector<Finding> const& findings) override {
    Json json{{"id", document.id()}, {"quotations", Json::array()}};
    for (std::size_t i = 0; i < quotations.size(); ++i) {
      auto quotation = quotation_json(document, quotations[i]);
      if (!findings.empty()) add_finding(quotation, findings[i]);
      json["quotations"].push_back(std::move(quotation));
    }
    write(json);
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    write({{"id", id}, {"quotations", Json::array()}, {"error", error}});
  }

  void finish() override {
    if (shape_ == JsonShape::array) out_ << (first_ ? "[]\n" : "\n]\n");
  }

 private:
  void write(Json const& json) {
    if (shape_ == JsonShape::array) out_ << (first_ ? "[\n" : ",\n");
    first_ = false;
    out_ << json.dump(-1, ' ', false, Json::error_handler_t::replace);
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
