// SPDX-License-Identifier: MIT
#include "readers.hpp"
#include "turn_joiner.hpp"

// AssemblyAI: https://www.assemblyai.com/docs/api-reference/transcripts/get
namespace quoth {

namespace {

bool recognises(FileContent& file) {
  auto const root = file.json();
  return root["words"].is_array() && root["text"].is_string() &&
         (root["audio_duration"] || root["acoustic_model"] || root["audio_url"]);
}

std::optional<double> seconds(JsonValue milliseconds) {
  auto const value = milliseconds.number();
  return value ? std::optional(*value / 1000) : std::nullopt;
}

Source read(FileContent& file) {
  TurnJoiner turns;
  file.json()["words"].each([&](JsonValue word) {
    turns.add({word["speaker"].label(), seconds(word["start"]), seconds(word["end"]), word["text"].string(), false});
  });
  Source source;
  source.kind = TranscriptKind::asr;
  source.utterances = turns.take();
  name_diarized(source);
  return source;
}

}  // namespace

TranscriptFormat const assemblyai_format{"assemblyai", "AssemblyAI JSON", "", recognises, read};

}  // namespace quoth
