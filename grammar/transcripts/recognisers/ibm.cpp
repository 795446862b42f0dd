// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/recognisers/speaker_ranges.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// IBM Watson Speech to Text: https://cloud.ibm.com/docs/speech-to-text?topic=speech-to-text-basic-response
namespace quoth::transcripts {

namespace {

// One response, or the job that wraps several.
template <typename Take>
void each_response(text::FileContent& file, Take take) {
  auto const results = file.json()["results"];
  if (results.front()["results"].is_array()) {
    results.each(take);
  } else {
    take(file.json());
  }
}

bool recognises(text::FileContent& file) {
  auto const results = file.json()["results"];
  auto const inner = results.front()["results"];
  auto const result = (inner.is_array() ? inner : results).front();
  auto const best = result["alternatives"].front();
  return best["timestamps"].is_array() || (result["final"] && best["transcript"].is_string());
}

constexpr std::string_view hesitation = "%HESITATION";

std::string without_hesitations(std::string_view transcript) {
  std::string text(transcript);
  for (auto at = text.find(hesitation); at != text.npos; at = text.find(hesitation, at))
    text.erase(at, hesitation.size());
  return single_spaced(text);
}

void add_response(text::JsonValue response, TurnJoiner& turns) {
  SpeakerRanges speakers;
  response["speaker_labels"].each(
      [&](text::JsonValue label) { speakers.add(label["from"].number().value_or(0), label["speaker"].label()); });
  speakers.sort();
  response["results"].each([&](text::JsonValue result) {
    auto const best = result["alternatives"].front();
    if (!best["timestamps"]) turns.add({{}, {}, {}, without_hesitations(best["transcript"].string()), false});
    best["timestamps"].each([&](text::JsonValue word) {
      std::vector<text::JsonValue> fields;  // word, start, end
      word.each([&](text::JsonValue field) { fields.push_back(field); });
      if (fields.size() < 3 || fields[0].string() == hesitation) return;
      auto const start = fields[1].number();
      turns.add({speakers.at(start.value_or(0)), start, fields[2].number(), fields[0].string(), false});
    });
  });
}

Source read(text::FileContent& file) {
  TurnJoiner turns;
  each_response(file, [&](text::JsonValue response) { add_response(response, turns); });
  return recognised_speech(turns.take());
}

}  // namespace

TranscriptFormat const ibm_format{"ibm", "IBM Speech to Text JSON", "", recognises, read};

}  // namespace quoth::transcripts
