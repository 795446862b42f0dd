// SPDX-License-Identifier: MIT
#include "tools/quotes/quote_json.hpp"

#include "tools/quotes/quote_text.hpp"
#include "tools/reports/recording_link.hpp"

namespace quoth::tools {

namespace {

void write_printed(text::JsonWriter& json, PrintedRange const& printed) {
  if (printed.empty()) return;
  json.key("printed").begin_object().field_or_null("page", printed.page);
  json.key("line");
  printed.line == 0 ? json.null() : json.value(printed.line);
  json.field_or_null("last_page", printed.last_page).key("last_line");
  printed.last_line == 0 ? json.null() : json.value(printed.last_line);
  json.end_object();
}

}  // namespace

void write_json(text::JsonWriter& json, SourceQuote const& quote) {
  auto const& source = quote.source;
  json.begin_object().field("source", source.id).field_or_null("title", source.title);
  json.field_or_null("date", source.date).field_or_null("url", source.url);
  json.field_or_null("link", link_to(source.url, quote.time)).field("made", to_string(source.made));
  json.field_or_null("speaker", quote.speaker).key("time");
  quote.time ? json.value(*quote.time) : json.null();
  write_printed(json, quote.printed);
  if (!quote.heading.empty()) json.field("heading", quote.heading);
  json.field("text", quote.text()).key("parts").begin_array();
  for (auto const& part : quote.parts)
    json.begin_object().field("utterance", part.utterance).field("text", part.text).end_object();
  json.end_array().field("before", quote.before).field("after", quote.after).field("cut", quote.is_cut);
  json.field("score", text::rounded(quote.score));
  json.field("newspaper", in_newspaper_style(quote)).field("markdown", in_markdown(quote)).end_object();
}

}  // namespace quoth::tools
