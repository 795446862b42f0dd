// SPDX-License-Identifier: MIT
#include "member_name.hpp"
#include "readers.hpp"
#include "turn_joiner.hpp"

// Lists of turns with a speaker and what they said: meeting corpora such as https://github.com/Yale-LILY/QMSum, and
// what newsrooms' own scripts write.
namespace quoth {

namespace {

JsonValue turns_of(JsonValue root) {
  if (root.is_array()) return root;
  for (auto const* name : {"meeting_transcripts", "transcript", "turns", "dialogue"}) {
    if (root[name].is_array()) return root[name];
  }
  return {};
}

std::string_view words_of(JsonValue turn) {
  auto const content = turn["content"].string();
  return content.empty() ? turn["text"].string() : content;
}

bool recognises(FileContent& file) {
  auto const first = turns_of(file.json()).front();
  return first["speaker"].is_string() && !words_of(first).empty() && !first["start"];
}

Source read(FileContent& file) {
  Source source;
  source.title = file.json()["title"].string();
  turns_of(file.json()).each([&](JsonValue turn) {
    auto const label = single_spaced(turn["speaker"].string());
    auto text = single_spaced(words_of(turn));
    if (text.empty()) return;
    if (!label.empty()) source.speakers.try_emplace(label, member_of(label));
    source.utterances.push_back({label, {}, {}, std::move(text)});
  });
  return source;
}

}  // namespace

TranscriptFormat const qmsum_format{"turns-json", "JSON lists of turns (QMSum and others)", "", recognises, read};

}  // namespace quoth
