// SPDX-License-Identifier: MIT
#include "match/place/place_json.hpp"

#include <string_view>

namespace quoth::match {

namespace {

void write_if(text::JsonWriter& json, std::string_view name, std::string const& text) {
  if (!text.empty()) json.field(name, text);
}

void write_if(text::JsonWriter& json, std::string_view name, std::uint32_t number) {
  if (number != 0) json.field(name, number);
}

void write_line(text::JsonWriter& json, std::string_view name, std::uint32_t line) {
  json.key(name);
  if (line != 0) {
    json.value(line);
  } else {
    json.null();
  }
}

void write_printed(text::JsonWriter& json, PrintedRange const& printed) {
  json.key("printed").begin_object().field_or_null("page", printed.page);
  write_line(json, "line", printed.line);
  json.field_or_null("last_page", printed.last_page);
  write_line(json, "last_line", printed.last_line);
  json.end_object();
}

}  // namespace

void write_beside(text::JsonWriter& json, Document const& document, Quotation const& quotation) {
  if (quotation.place) {
    auto const& place = *quotation.place;
    json.key("place").begin_object().field("start", place.span.first).field("end", place.span.last);
    json.field("text", document.utf8(place.span));
    write_if(json, "page", place.page);
    write_if(json, "last_page", place.last_page);
    write_if(json, "line", place.line);
    write_if(json, "last_line", place.last_line);
    write_if(json, "section", place.section);
    write_if(json, "chapter", place.chapter);
    write_if(json, "paragraph", place.paragraph);
    write_if(json, "last_paragraph", place.last_paragraph);
    if (place.time) json.field("time", *place.time);
    json.end_object();
  }
  if (quotation.notes.empty()) return;
  json.key("notes").begin_array();
  for (auto const note : quotation.notes) json.value(to_string(note));
  json.end_array();
}

void write_place(text::JsonWriter& json, Evidence const& evidence) {
  if (!evidence.printed.empty()) write_printed(json, evidence.printed);
  write_if(json, "heading", evidence.heading);
  write_if(json, "paragraph", evidence.paragraph);
}

}  // namespace quoth::match
