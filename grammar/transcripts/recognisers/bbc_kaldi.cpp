// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/recognisers/speaker_ranges.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// The BBC's Kaldi service, as its transcript editor reads it: https://github.com/bbc/react-transcript-editor
namespace quoth::transcripts {

namespace {

// The service's response, or what it wraps.
text::JsonValue content_of(text::FileContent& file) {
  auto const root = file.json();
  return root["retval"].is_object() ? root["retval"] : root;
}

bool recognises(text::FileContent& file) {
  auto const first = content_of(file)["words"].front();
  return first["word"].is_string() && first["punct"].is_string();
}

Source read(text::FileContent& file) {
  auto const content = content_of(file);
  SpeakerRanges speakers;
  content["segmentation"]["segments"].each([&](text::JsonValue segment) {
    speakers.add(segment["start"].number().value_or(0), segment["speaker"]["@id"].label());
  });
  speakers.sort();
  TurnJoiner turns;
  content["words"].each([&](text::JsonValue word) {
    auto const start = word["start"].number();
    auto const text = word["punct"].string();
    turns.add({speakers.at(start.value_or(0)), start, word["end"].number(), text, false,
               heard_as_one(text, heard(start, word["confidence"].number()))});
  });
  return recognised_speech(turns.take());
}

}  // namespace

TranscriptFormat const bbc_kaldi_format{"bbc-kaldi", "BBC Kaldi JSON", "", recognises, read};

}  // namespace quoth::transcripts
