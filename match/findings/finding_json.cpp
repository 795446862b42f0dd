// SPDX-License-Identifier: MIT
#include "match/findings/finding_json.hpp"

#include <cmath>
#include <ostream>
#include <utility>

#include "match/place/place_json.hpp"
#include "quoth/json.hpp"
#include "text/json/json_writer.hpp"
#include "text/language/language.hpp"

namespace quoth {

namespace {

void write_span(text::JsonWriter& json, std::string_view name, Document const& document, std::optional<Span> span) {
  json.key(name);
  if (!span) {
    json.null();
    return;
  }
  json.begin_object().field("start", span->first).field("end", span->last);
  json.field("text", document.utf8(*span)).end_object();
}

void write_or_null(text::JsonWriter& json, std::string_view name, std::optional<double> number) {
  json.key(name);
  if (number) {
    json.value(*number);
  } else {
    json.null();
  }
}

void write_share(text::JsonWriter& json, std::string_view name, std::optional<double> share) {
  write_or_null(json, name, share ? std::optional(text::rounded(*share)) : std::nullopt);
}

void write_fidelity(text::JsonWriter& json, std::optional<double> fidelity) { write_share(json, "fidelity", fidelity); }

// `found`: null where it was not checked at all.
void write_segment(text::JsonWriter& json, Document const& document, Span span, SegmentFinding const* found) {
  auto const place = document.locate(span.first);
  json.begin_object().field("start", span.first).field("end", span.last);
  json.field("line", place.line).field("column", place.column);
  json.field("text", document.utf8(span));
  if (found != nullptr) {
    json.field("verdict", to_string(found->verdict));
    write_fidelity(json, found->fidelity);
  }
  json.end_object();
}

void write_joins(text::JsonWriter& json, std::vector<JoinFinding> const& joins) {
  json.key("joins").begin_array();
  for (auto const& join : joins) {
    json.begin_object().field("after", join.after).field("at", to_string(join.at));
    json.field("words_left_out", join.words_left_out).field("verdict", to_string(join.verdict)).end_object();
  }
  json.end_array();
}

void write_attribution(text::JsonWriter& json, Document const& document, Attribution const& attribution) {
  json.begin_object().field_or_null("speaker", attribution.speaker);
  write_span(json, "mention", document, attribution.mention);
  write_span(json, "cue", document, attribution.cue);
  json.field_or_null("via", attribution.via).field("rule", attribution.rule);
  json.field("confidence", text::rounded(attribution.confidence));
  json.field("naming", to_string(attribution.naming)).field("tagged", attribution.tagged);
  json.key("candidates").begin_array();
  for (auto const& candidate : attribution.candidates) {
    json.begin_object().field("speaker", candidate.speaker);
    json.field("probability", text::rounded(candidate.probability)).end_object();
  }
  json.end_array();
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

void write_edit(text::JsonWriter& json, Edit const& edit) {
  json.begin_object().field("op", op_name(edit.op)).field("class", to_string(edit.edit_class));
  json.field("quote", edit.quote).field("source", edit.source).field("rule", edit.rule);
  json.field("cost", text::rounded(edit.cost)).field("allowed", edit.allowed).field("segment", edit.segment);
  if (edit.at_join) json.field("at_join", true);
  if (edit.machine_error) json.field("machine_error", true);
  if (!edit.witness.empty()) json.field("witness", edit.witness);
  write_or_null(json, "time", edit.time);
  write_share(json, "confidence", edit.confidence);
  json.end_object();
}

void write_evidence(text::JsonWriter& json, Evidence const& evidence) {
  json.begin_object().field("source", evidence.source).field_or_null("title", evidence.title);
  json.field_or_null("date", evidence.date).field_or_null("url", evidence.url);
  json.field("made", to_string(evidence.made)).field_or_null("speaker", evidence.speaker);
  json.field("utterance", evidence.utterance);
  write_or_null(json, "time", evidence.time);
  match::write_place(json, evidence);
  json.key("segments").begin_array();
  for (auto const segment : evidence.segments) json.value(segment);
  json.end_array().field("chance", match::chance_shown(evidence.chance));
  json.field("before", evidence.before).field("text", evidence.text).field("after", evidence.after);
  json.key("edits").begin_array();
  for (auto const& edit : evidence.edits) write_edit(json, edit);
  json.end_array().end_object();
}

void write_finding(text::JsonWriter& json, Finding const& finding) {
  json.field("verdict", to_string(finding.verdict)).key("also").begin_array();
  for (auto const verdict : finding.also) json.value(to_string(verdict));
  json.end_array();
  json.key("reason");
  if (finding.reason) {
    json.value(to_string(*finding.reason));
  } else {
    json.null();
  }
  json.field("speaker_checked", to_string(finding.speaker_checked));
  write_fidelity(json, finding.verdict == Verdict::unchecked ? std::nullopt : std::optional(finding.fidelity));
  json.field("confidence", text::rounded(finding.confidence));
  write_joins(json, finding.joins);
  json.field("message", finding.message).key("evidence").begin_array();
  for (auto const& evidence : finding.evidence) write_evidence(json, evidence);
  json.end_array();
  if (!finding.set_aside.empty()) json.field("set_aside", finding.set_aside);
}

// `segments`: one for each segment; empty where the quotation was not checked.
void write_quotation(text::JsonWriter& json, Document const& document, Quotation const& quotation,
                     std::vector<SegmentFinding> const& segments) {
  json.field("id", quotation.id).field("kind", to_string(quotation.kind)).key("segments").begin_array();
  for (std::size_t i = 0; i < quotation.segments.size(); ++i)
    write_segment(json, document, quotation.segments[i], i < segments.size() ? &segments[i] : nullptr);
  json.end_array().key("attribution");
  if (quotation.attribution) {
    write_attribution(json, document, *quotation.attribution);
  } else {
    json.null();
  }
  match::write_beside(json, document, quotation);
  if (quotation.inside != 0) json.field("inside", quotation.inside);
  if (quotation.block) json.field("block", true);
  if (!quotation.closed) json.field("closed", false);
}

// What stands behind the quotations of a document, with the comma before it.
std::string tail_of(std::vector<Quotation> const&) { return {}; }

std::string tail_of(std::vector<CheckedQuotation> const& checked) {
  auto const mean = mean_fidelity(checked);
  text::JsonWriter json;
  json.begin_object().field("checked", mean.checked);
  write_fidelity(json, mean.fidelity);
  auto tail = json.end_object().take();
  tail.front() = ',';
  tail.pop_back();
  return tail;
}

// Calls `put` with one piece after the other.
template <typename Item, typename Put>
void write_items(Document const& document, std::vector<Item> const& items, Put put) {
  put(match::head_of(document));
  text::JsonWriter json;
  for (bool first = true; auto const& item : items) {
    json.begin_object();
    match::write_fields(json, document, item);
    json.end_object();
    if (!std::exchange(first, false)) put(",");
    put(json.view());
  }
  put("]");
  put(tail_of(items));
  put("}");
}

template <typename Item>
void write_to(std::ostream& out, Document const& document, std::vector<Item> const& items) {
  write_items(document, items, [&](std::string_view piece) { out << piece; });
}

template <typename Item>
std::string json_of(Document const& document, std::vector<Item> const& items) {
  std::string json;
  write_items(document, items, [&](std::string_view piece) { json += piece; });
  return json;
}

}  // namespace

}  // namespace quoth

namespace quoth::match {

std::string head_of(Document const& document) {
  text::JsonWriter head;
  head.begin_object().field("id", document.id());
  if (document.unit != PositionUnit::line) head.field("unit", to_string(document.unit));
  if (!document.language.empty() && text::base_language(document.language) != "en")
    head.field("language", document.language);
  auto opened = head.end_object().take();
  opened.pop_back();
  return opened + R"(,"quotations":[)";
}

void write_fields(text::JsonWriter& json, Document const& document, Quotation const& quotation) {
  write_quotation(json, document, quotation, {});
}

void write_fields(text::JsonWriter& json, Document const& document, CheckedQuotation const& checked) {
  auto segments = checked.finding.segments;
  segments.resize(checked.quotation.segments.size());
  write_quotation(json, document, checked.quotation, segments);
  write_finding(json, checked.finding);
}

double chance_shown(double chance) {
  if (chance <= 0) return 0;
  auto const unit = std::pow(10.0, std::floor(std::log10(chance)) - 2);
  return std::round(chance / unit) * unit;
}

void write_json(std::ostream& out, Document const& document, std::vector<CheckedQuotation> const& checked) {
  write_to(out, document, checked);
}

void write_json(std::ostream& out, Document const& document, std::vector<Quotation> const& quotations) {
  write_to(out, document, quotations);
}

}  // namespace quoth::match

namespace quoth {

std::string to_json(Document const& document, std::vector<CheckedQuotation> const& checked) {
  return json_of(document, checked);
}

std::string to_json(Document const& document, std::vector<Quotation> const& quotations) {
  return json_of(document, quotations);
}

}  // namespace quoth
