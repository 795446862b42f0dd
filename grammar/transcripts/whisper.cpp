// SPDX-License-Identifier: MIT
#include "cue.hpp"
#include "quoth/unicode.hpp"
#include "readers.hpp"
#include "transcript_label.hpp"
#include "turn_joiner.hpp"

// Segments of OpenAI Whisper, WhisperX and whisper.cpp, and lists of timed texts as caption downloaders write them.
namespace quoth {

namespace {

JsonValue segments_of(JsonValue root) {
  if (root.is_array()) return root;
  return root["segments"].is_array() ? root["segments"] : root["transcription"];
}

bool recognises(FileContent& file) {
  auto const first = segments_of(file.json()).front();
  return first["text"].is_string() && (first["start"] || first["offsets"]);
}

std::optional<double> start_of(JsonValue segment) {
  if (auto const start = segment["start"].number()) return start;
  auto const milliseconds = segment["offsets"]["from"].number();
  return milliseconds ? std::optional(*milliseconds / 1000) : std::nullopt;
}

std::optional<double> end_of(JsonValue segment) {
  if (auto const end = segment["end"].number()) return end;
  if (auto const milliseconds = segment["offsets"]["to"].number()) return *milliseconds / 1000;
  auto const start = segment["start"].number();
  auto const length = segment["duration"].number();
  return start && length ? std::optional(*start + *length) : std::nullopt;
}

Source read(FileContent& file) {
  TurnJoiner turns;
  bool any_speaker = false;
  std::vector<Cue> cues;
  segments_of(file.json()).each([&](JsonValue segment) {
    auto const start = start_of(segment);
    auto const end = end_of(segment);
    auto const speaker = segment["speaker"].label();
    any_speaker = any_speaker || !speaker.empty();
    turns.add({speaker, start, end, segment["text"].string(), false});
    cues.push_back({start.value_or(0), end.value_or(start.value_or(0)), cue_lines(to_utf32(segment["text"].string()))});
  });
  Source source;
  source.kind = TranscriptKind::asr;
  // Without speakers of its own the text may still have labels or ">>".
  source.utterances = any_speaker ? turns.take() : turns_of_cues(std::move(cues));
  if (any_speaker) name_diarized(source);
  return source;
}

}  // namespace

TranscriptFormat const whisper_format{"whisper", "Whisper and WhisperX JSON, lists of timed texts", "", recognises,
                                      read};

}  // namespace quoth
