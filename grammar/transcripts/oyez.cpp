// SPDX-License-Identifier: MIT
#include "readers.hpp"
#include "turn_joiner.hpp"

// Oral arguments of the Supreme Court of the United States as https://www.oyez.org publishes them.
namespace quoth {

namespace {

bool recognises(FileContent& file) { return file.json()["transcript"]["sections"].is_array(); }

Speaker speaker_of(JsonValue person) {
  Speaker speaker;
  speaker.name = person["name"].string();
  speaker.role = person["roles"].front()["role_title"].string();
  return speaker;
}

void add_turn(JsonValue turn, Source& source) {
  auto const label = std::string(turn["speaker"]["name"].string());
  if (!label.empty() && !source.speakers.contains(label)) source.speakers[label] = speaker_of(turn["speaker"]);
  turn["text_blocks"].each([&](JsonValue block) {
    auto text = single_spaced(block["text"].string());
    if (text.empty()) return;
    source.utterances.push_back({label, block["start"].number(), block["stop"].number(), std::move(text)});
  });
}

Source read(FileContent& file) {
  auto const root = file.json();
  Source source;
  source.title = root["transcript"]["title"].string();
  if (auto const occasion = root["title"].string(); !occasion.empty()) {
    source.title += (source.title.empty() ? "" : ": ") + std::string(occasion);
  }
  root["transcript"]["sections"].each(
      [&](JsonValue section) { section["turns"].each([&](JsonValue turn) { add_turn(turn, source); }); });
  return source;
}

}  // namespace

TranscriptFormat const oyez_format{"oyez", "Oyez oral arguments", "", recognises, read};

}  // namespace quoth
