// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/recognisers/speaker_ranges.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// Speechmatics: results of version 2 (https://docs.speechmatics.com/), words and speakers of version 1.
namespace quoth::transcripts {

namespace {

bool is_first_version(text::JsonValue root) {
  return root["words"].front()["name"].is_string() && root["job"].is_object();
}

bool recognises(text::FileContent& file) {
  auto const first = file.json()["results"].front();
  return is_first_version(file.json()) || (first["alternatives"].front()["content"].is_string() && first["type"]);
}

void read_first_version(text::JsonValue root, TurnJoiner& turns) {
  SpeakerRanges speakers;
  root["speakers"].each(
      [&](text::JsonValue speaker) { speakers.add(speaker["time"].number().value_or(0), speaker["name"].label()); });
  speakers.sort();
  root["words"].each([&](text::JsonValue word) {
    auto const start = word["time"].number();
    auto const length = word["duration"].number();
    auto const text = word["name"].string();
    bool const glued = text == "." || text == "," || text == "?" || text == "!";
    auto const end = start && length ? std::optional(*start + *length) : std::nullopt;
    auto const heard_word = glued ? HeardWord() : heard(start, word["confidence"].number());
    turns.add({speakers.at(start.value_or(0)), start, end, text, glued, heard_as_one(text, heard_word)});
  });
}

void read_results(text::JsonValue root, TurnJoiner& turns) {
  root["results"].each([&](text::JsonValue item) {
    auto const best = item["alternatives"].front();
    auto speaker = best["speaker"].label();
    if (speaker == "UU") speaker.clear();
    // Channels have names of their own: "Ana Reed", "channel_1".
    if (speaker.empty()) speaker = item["channel"].label();
    if (item["type"].string() == "speaker_change") turns.cut();
    auto const start = item["start_time"].number();
    auto const text = best["content"].string();
    bool const glued = item["type"].string() == "punctuation";
    auto const word = glued ? HeardWord() : heard(start, best["confidence"].number());
    turns.add({speaker, start, item["end_time"].number(), text, glued, heard_as_one(text, word)});
  });
}

Source read(text::FileContent& file) {
  TurnJoiner turns;
  if (is_first_version(file.json())) {
    read_first_version(file.json(), turns);
  } else {
    read_results(file.json(), turns);
  }
  return recognised_speech(turns.take());
}

}  // namespace

TranscriptFormat const speechmatics_format{"speechmatics", "Speechmatics JSON", "", recognises, read};

}  // namespace quoth::transcripts
