// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// Deepgram: https://developers.deepgram.com/reference/speech-to-text-api/listen
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) { return file.json()["results"]["channels"].is_array(); }

void add_words(text::JsonValue words, std::string const& name, TurnJoiner& turns) {
  words.each([&](text::JsonValue word) {
    auto const written = word["punctuated_word"].string();
    auto const speaker = word["speaker"].label();
    turns.add({speaker.empty() ? name : speaker, word["start"].number(), word["end"].number(),
               written.empty() ? word["word"].string() : written, false});
  });
}

// A response without words has utterances, or only its text.
void add_utterances(text::JsonValue utterances, bool channels, TurnJoiner& turns) {
  utterances.each([&](text::JsonValue utterance) {
    auto speaker = utterance["speaker"].label();
    if (speaker.empty() && channels) speaker = "channel " + utterance["channel"].label();
    turns.add(
        {speaker, utterance["start"].number(), utterance["end"].number(), utterance["transcript"].string(), false});
  });
}

Source read(text::FileContent& file) {
  auto const results = file.json()["results"];
  auto const channels = results["channels"];
  bool const several = channels.size() > 1;
  bool const words = channels.front()["alternatives"].front()["words"].size() > 0;
  TurnJoiner turns;
  if (!words && results["utterances"].size() > 0) add_utterances(results["utterances"], several, turns);
  std::size_t number = 0;
  channels.each([&](text::JsonValue channel) {
    // Of several channels, each is one person's.
    auto const name = several ? "channel " + std::to_string(number++) : std::string();
    auto const best = channel["alternatives"].front();
    if (best["words"].size() > 0) {
      add_words(best["words"], name, turns);
    } else if (results["utterances"].size() == 0) {
      turns.add({name, {}, {}, best["transcript"].string(), false});
    }
    turns.cut();
  });
  auto spoken = turns.take();
  in_order_of_time(spoken);
  return recognised_speech(std::move(spoken));
}

}  // namespace

TranscriptFormat const deepgram_format{"deepgram", "Deepgram JSON", "", recognises, read};

}  // namespace quoth::transcripts
