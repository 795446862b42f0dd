// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "match/findings/finding_json.hpp"
#include "quoth/json.hpp"
#include "text/json/json_writer.hpp"

namespace quoth {

namespace {

void write_outside(text::JsonWriter& json, Document const& document, std::optional<Span> span) {
  if (!span) return;
  auto const place = document.locate(span->first);
  json.key("outside").begin_object().field("start", span->first).field("end", span->last);
  json.field("line", place.line).field("column", place.column).field("text", document.utf8(*span)).end_object();
}

std::string json_of(Document const& old_version, Document const& new_version, RevisedQuotation const& one) {
  text::JsonWriter json;
  json.begin_object();
  match::write_fields(json, new_version, one);
  json.key("old").begin_array();
  for (auto const id : one.old) json.value(id);
  json.end_array().field("moved", one.moved);
  write_outside(json, old_version, one.outside);
  return json.end_object().take();
}

// What stands behind the quotations, with the comma before it.
std::string tail_of(Document const& old_version, Document const& new_version, Revision const& revision) {
  text::JsonWriter json;
  json.begin_object().field("old", old_version.id()).key("dropped").begin_array();
  for (auto const& [quotation, outside] : revision.dropped) {
    json.begin_object();
    match::write_fields(json, old_version, quotation);
    write_outside(json, new_version, outside);
    json.end_object();
  }
  auto const mean = mean_fidelity({revision.quotations.begin(), revision.quotations.end()});
  json.end_array().field("checked", mean.checked).key("fidelity");
  mean.fidelity ? json.value(text::rounded(*mean.fidelity)) : json.null();
  auto tail = json.end_object().take();
  tail.front() = ',';
  return tail;
}

}  // namespace

std::string to_json(Document const& old_version, Document const& new_version, Revision const& revision) {
  auto json = match::head_of(new_version);
  for (bool first = true; auto const& one : revision.quotations) {
    if (!std::exchange(first, false)) json += ',';
    json += json_of(old_version, new_version, one);
  }
  return json + "]" + tail_of(old_version, new_version, revision);
}

}  // namespace quoth
