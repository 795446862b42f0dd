// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"

// Oral arguments of the Supreme Court of the United States as https://www.oyez.org publishes them.
namespace quoth::transcripts {

namespace {

// A media object with its transcript, or the transcript alone.
text::JsonValue transcript_of(text::FileContent& file) {
  auto const inner = file.json()["transcript"];
  return inner["sections"].is_array() ? inner : file.json();
}

bool recognises(text::FileContent& file) { return transcript_of(file)["sections"].front()["turns"].is_array(); }

Speaker speaker_of(text::JsonValue person) {
  Speaker speaker;
  speaker.name = person["name"].string();
  speaker.role = person["roles"].front()["role_title"].string();
  return speaker;
}

void add_turn(text::JsonValue turn, Source& source) {
  auto const label = std::string(turn["speaker"]["name"].string());
  if (!label.empty() && !source.speakers.contains(label)) source.speakers[label] = speaker_of(turn["speaker"]);
  turn["text_blocks"].each([&](text::JsonValue block) {
    auto text = single_spaced(block["text"].string());
    if (text.empty()) return;
    source.utterances.push_back({label, block["start"].number(), block["stop"].number(), std::move(text)});
  });
}

Source read(text::FileContent& file) {
  auto const transcript = transcript_of(file);
  Source source;
  source.title = transcript["title"].string();
  if (auto const occasion = file.json()["title"].string(); !occasion.empty() && occasion != source.title) {
    source.title += (source.title.empty() ? "" : ": ") + std::string(occasion);
  }
  source.date = text::date_in_prose(source.title);
  transcript["sections"].each(
      [&](text::JsonValue section) { section["turns"].each([&](text::JsonValue turn) { add_turn(turn, source); }); });
  return source;
}

}  // namespace

TranscriptFormat const oyez_format{"oyez", "Oyez oral arguments", "", recognises, read};

}  // namespace quoth::transcripts
