// SPDX-License-Identifier: MIT
#include "readers.hpp"
#include "turn_joiner.hpp"

// Google Cloud Speech-to-Text, v1 and v2:
// https://cloud.google.com/speech-to-text/docs/reference/rest/v1/RecognizeResponse
namespace quoth {

namespace {

// The response, or the operation that wraps it.
JsonValue results_of(FileContent& file) {
  auto const root = file.json();
  return root["results"].is_array() ? root["results"] : root["response"]["results"];
}

bool recognises(FileContent& file) {
  auto const best = results_of(file).front()["alternatives"].front();
  return best["transcript"].is_string() && !best["timestamps"];
}

std::optional<double> seconds(JsonValue time) {
  if (!time.is_object()) return time.number();
  return time["seconds"].number().value_or(0) + time["nanos"].number().value_or(0) / 1e9;
}

std::optional<double> time_of(JsonValue word, std::string_view v1, std::string_view v2) {
  return seconds(word[v1] ? word[v1] : word[v2]);
}

std::string speaker_of(JsonValue word) {
  auto const tag = word["speakerTag"].label();
  return tag.empty() || tag == "0" ? word["speakerLabel"].label() : tag;
}

void add_words(JsonValue words, TurnJoiner& turns) {
  words.each([&](JsonValue word) {
    turns.add({speaker_of(word), time_of(word, "startTime", "startOffset"), time_of(word, "endTime", "endOffset"),
               word["word"].string(), false});
  });
}

Source read(FileContent& file) {
  // With diarization the last result holds all words again, each with its speaker.
  JsonValue diarized;
  results_of(file).each([&](JsonValue result) {
    auto const words = result["alternatives"].front()["words"];
    diarized = speaker_of(words.front()).empty() ? JsonValue() : words;
  });
  TurnJoiner turns;
  if (diarized) {
    add_words(diarized, turns);
  } else {
    results_of(file).each([&](JsonValue result) {
      auto const best = result["alternatives"].front();
      if (best["words"].size() > 0) {
        add_words(best["words"], turns);
      } else {
        turns.add({{}, {}, {}, best["transcript"].string(), false});
      }
    });
  }
  Source source;
  source.kind = TranscriptKind::asr;
  source.utterances = turns.take();
  name_diarized(source);
  return source;
}

}  // namespace

TranscriptFormat const google_format{"google", "Google Speech-to-Text JSON", "", recognises, read};

}  // namespace quoth
