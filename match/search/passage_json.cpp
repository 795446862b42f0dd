// SPDX-License-Identifier: MIT
#include "match/search/passage_json.hpp"

namespace quoth::match {

void write_json(text::JsonWriter& json, FoundPassage const& passage) {
  json.begin_object().field("source", passage.source).field("title", passage.title).field("date", passage.date);
  json.field("url", passage.url).field("speaker", passage.speaker).field("utterance", passage.utterance);
  json.key("time");
  if (passage.time) {
    json.value(*passage.time);
  } else {
    json.null();
  }
  json.field("score", passage.score).field("text", passage.text).end_object();
}

}  // namespace quoth::match
