// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/recognisers/speaker_ranges.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// Amazon Transcribe: https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html#how-it-works-output
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  auto const results = file.json()["results"];
  return results["transcripts"].is_array() && results["items"].is_array();
}

SpeakerRanges ranges_of(text::JsonValue labels) {
  SpeakerRanges ranges;
  labels["segments"].each([&](text::JsonValue segment) {
    ranges.add(segment["start_time"].number().value_or(0), segment["speaker_label"].label());
    segment["items"].each([&](text::JsonValue item) {
      ranges.add(item["start_time"].number().value_or(0), item["speaker_label"].label());
    });
  });
  ranges.sort();
  return ranges;
}

void add_items(text::JsonValue items, SpeakerRanges const& ranges, std::string speaker, TurnJoiner& turns) {
  items.each([&](text::JsonValue item) {
    auto const start = item["start_time"].number();
    bool const punctuation = item["type"].string() == "punctuation";
    if (auto const label = item["speaker_label"].label(); !label.empty()) {
      speaker = label;
    } else if (start && !punctuation && !ranges.empty()) {
      speaker = ranges.at(*start);
    }
    auto const best = item["alternatives"].front();
    auto const text = best["content"].string();
    // Punctuation has the confidence 0.
    auto const word = punctuation ? HeardWord() : heard(start, best["confidence"].number());
    turns.add({speaker, start, item["end_time"].number(), text, punctuation, heard_as_one(text, word)});
  });
}

Source read(text::FileContent& file) {
  auto const results = file.json()["results"];
  auto const ranges = ranges_of(results["speaker_labels"]);
  auto const channels = results["channel_labels"]["channels"];
  TurnJoiner turns;
  // Of several channels, each is one person's.
  channels.each([&](text::JsonValue channel) {
    add_items(channel["items"], ranges, "channel " + channel["channel_label"].label(), turns);
    turns.cut();
  });
  if (channels.size() == 0) add_items(results["items"], ranges, {}, turns);
  auto spoken = turns.take();
  if (channels.size() > 1) in_order_of_time(spoken);
  return recognised_speech(std::move(spoken));
}

}  // namespace

TranscriptFormat const aws_format{"aws", "Amazon Transcribe JSON", "", recognises, read};

}  // namespace quoth::transcripts
