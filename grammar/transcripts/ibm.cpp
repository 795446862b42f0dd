// SPDX-License-Identifier: MIT
#include "readers.hpp"
#include "speaker_ranges.hpp"
#include "turn_joiner.hpp"

// IBM Watson Speech to Text: https://cloud.ibm.com/docs/speech-to-text?topic=speech-to-text-basic-response
namespace quoth {

namespace {

// One response, or the job that wraps several.
template <typename Take>
void each_response(FileContent& file, Take take) {
  auto const results = file.json()["results"];
  if (results.front()["results"].is_array()) {
    results.each(take);
  } else {
    take(file.json());
  }
}

bool recognises(FileContent& file) {
  auto const results = file.json()["results"];
  auto const inner = results.front()["results"];
  return (inner.is_array() ? inner : results).front()["alternatives"].front()["timestamps"].is_array();
}

void add_response(JsonValue response, TurnJoiner& turns) {
  SpeakerRanges speakers;
  response["speaker_labels"].each(
      [&](JsonValue label) { speakers.add(label["from"].number().value_or(0), label["speaker"].label()); });
  speakers.sort();
  response["results"].each([&](JsonValue result) {
    result["alternatives"].front()["timestamps"].each([&](JsonValue word) {
      std::vector<JsonValue> fields;  // word, start, end
      word.each([&](JsonValue field) { fields.push_back(field); });
      if (fields.size() < 3 || fields[0].string() == "%HESITATION") return;
      auto const start = fields[1].number();
      turns.add({speakers.at(start.value_or(0)), start, fields[2].number(), fields[0].string(), false});
    });
  });
}

Source read(FileContent& file) {
  TurnJoiner turns;
  each_response(file, [&](JsonValue response) { add_response(response, turns); });
  Source source;
  source.kind = TranscriptKind::asr;
  source.utterances = turns.take();
  name_diarized(source);
  return source;
}

}  // namespace

TranscriptFormat const ibm_format{"ibm", "IBM Speech to Text JSON", "", recognises, read};

}  // namespace quoth
