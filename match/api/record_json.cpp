// SPDX-License-Identifier: MIT
#include "match/api/record_json.hpp"

namespace quoth::match {

void write_members(text::JsonWriter& json, SourceRecord const& record) {
  json.field("id", record.id).field("title", record.title).field("date", record.date).field("url", record.url);
  json.field("kind", to_string(record.kind)).field("made", to_string(record.made)).field("author", record.author);
  json.field("issuer", record.issuer).field("language", record.language);
  json.field("path", record.path).field("sha256", record.sha256);
  json.field("ingested", record.ingested).field("utterances", record.utterances).field("words", record.words);
}

void write_stats(text::JsonWriter& json, Store const& store) {
  auto const stats = store.stats();
  json.field("sources", stats.sources).field("utterances", stats.utterances).field("words", stats.words);
  json.field("people", stats.people).field("text_bytes", stats.text_bytes).field("file_bytes", stats.file_bytes);
  json.field("version", store.version());
}

}  // namespace quoth::match
