// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"
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
    auto const start = word["start"].number();
    auto const text = written.empty() ? word["word"].string() : written;
    turns.add({speaker.empty() ? name : speaker, start, word["end"].number(), text, false,
               heard_as_one(text, heard(start, word["confidence"].number()))});
  });
}

// The words of an utterance, or its own confidence for each where it has none.
std::vector<HeardWord> words_of(text::JsonValue utterance, std::string_view text) {
  auto const confidence = utterance["confidence"].number();
  std::vector<HeardItem> items;
  utterance["words"].each([&](text::JsonValue word) {
    items.push_back({word["word"].string(), heard(word["start"].number(), word["confidence"].number())});
  });
  if (items.empty()) return heard_as_one(text, heard(utterance["start"].number(), confidence));
  return heard_words(text, items, confidence);
}

// A response without words has utterances, or only its text.
void add_utterances(text::JsonValue utterances, bool channels, TurnJoiner& turns) {
  utterances.each([&](text::JsonValue utterance) {
    auto speaker = utterance["speaker"].label();
    if (speaker.empty() && channels) speaker = "channel " + utterance["channel"].label();
    auto const text = utterance["transcript"].string();
    turns.add(
        {speaker, utterance["start"].number(), utterance["end"].number(), text, false, words_of(utterance, text)});
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
      auto const text = best["transcript"].string();
      turns.add({name, {}, {}, text, false, heard_as_one(text, heard({}, best["confidence"].number()))});
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
