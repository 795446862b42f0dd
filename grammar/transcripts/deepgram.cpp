// SPDX-License-Identifier: MIT
#include "readers.hpp"
#include "turn_joiner.hpp"

// Deepgram: https://developers.deepgram.com/reference/speech-to-text-api/listen
namespace quoth {

namespace {

bool recognises(FileContent& file) { return file.json()["results"]["channels"].is_array(); }

void add_channel(JsonValue channel, std::string const& name, TurnJoiner& turns) {
  channel["alternatives"].front()["words"].each([&](JsonValue word) {
    auto const written = word["punctuated_word"].string();
    auto const speaker = word["speaker"].label();
    turns.add({speaker.empty() ? name : speaker, word["start"].number(), word["end"].number(),
               written.empty() ? word["word"].string() : written, false});
  });
}

Source read(FileContent& file) {
  auto const channels = file.json()["results"]["channels"];
  TurnJoiner turns;
  std::size_t number = 0;
  channels.each([&](JsonValue channel) {
    // With several channels each is one person's line.
    add_channel(channel, channels.size() > 1 ? "channel " + std::to_string(number++) : std::string(), turns);
    turns.cut();
  });
  Source source;
  source.kind = TranscriptKind::asr;
  source.utterances = turns.take();
  name_diarized(source);
  return source;
}

}  // namespace

TranscriptFormat const deepgram_format{"deepgram", "Deepgram JSON", "", recognises, read};

}  // namespace quoth
