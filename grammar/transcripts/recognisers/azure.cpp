// SPDX-License-Identifier: MIT
#include <optional>

#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// Azure AI Speech, batch transcription and fast transcription:
// https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get
// https://learn.microsoft.com/azure/ai-services/speech-service/fast-transcription-create
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  auto const root = file.json();
  return root["recognizedPhrases"].front()["nBest"].is_array() ||
         (root["combinedPhrases"].is_array() && root["phrases"].front()["text"].is_string());
}

// In seconds; a tick is 100 nanoseconds.
std::optional<double> seconds(text::JsonValue phrase, std::string_view ticks, std::string_view milliseconds) {
  if (auto const found = phrase[milliseconds].number()) return *found / 1000;
  if (auto const found = phrase[ticks].number()) return *found / 1e7;
  return std::nullopt;
}

bool has_several_channels(text::JsonValue phrases) {
  bool several = false;
  phrases.each([&](text::JsonValue phrase) { several = several || phrase["channel"].number().value_or(0) > 0; });
  return several;
}

// `best` is what Azure thinks most likely, or a phrase of fast transcription. Its words have times where they were
// asked for; "displayWords" are those of the text, "words" have no punctuation, and their numbers are spelled out. Only
// the newest versions give words a confidence; else that of the phrase stands for each.
std::vector<HeardWord> words_of(text::JsonValue best, std::string_view text, std::optional<double> start) {
  auto const confidence = best["confidence"].number();
  std::vector<HeardItem> items;
  auto const words = best[best["displayWords"].size() > 0 ? "displayWords" : "words"];
  words.each([&](text::JsonValue word) {
    for (auto const* name : {"displayText", "word", "text"}) {
      if (!word[name].is_string()) continue;
      auto const time = seconds(word, "offsetInTicks", "offsetMilliseconds");
      return items.push_back({word[name].string(), heard(time, word["confidence"].number())});
    }
  });
  if (items.empty()) return heard_as_one(text, heard(start, confidence));
  return heard_words(text, items, confidence);
}

Source read(text::FileContent& file) {
  auto const root = file.json();
  bool const batch = root["recognizedPhrases"].is_array();
  auto const phrases = batch ? root["recognizedPhrases"] : root["phrases"];
  bool const several = has_several_channels(phrases);
  TurnJoiner turns;
  phrases.each([&](text::JsonValue phrase) {
    auto speaker = phrase["speaker"].label();
    if (speaker.empty() && several) speaker = "channel " + phrase["channel"].label();
    auto const start = seconds(phrase, "offsetInTicks", "offsetMilliseconds");
    auto const length = seconds(phrase, "durationInTicks", "durationMilliseconds");
    auto const end = start && length ? std::optional(*start + *length) : std::nullopt;
    auto const best = batch ? phrase["nBest"].front() : phrase;
    auto const text = best[batch ? "display" : "text"].string();
    // The other channel may have spoken in between.
    if (several) turns.cut();
    turns.add({speaker, start, end, text, false, words_of(best, text, start)});
  });
  auto spoken = turns.take();
  in_order_of_time(spoken);
  return recognised_speech(std::move(spoken));
}

}  // namespace

TranscriptFormat const azure_format{"azure", "Azure AI Speech JSON", "", recognises, read};

}  // namespace quoth::transcripts
