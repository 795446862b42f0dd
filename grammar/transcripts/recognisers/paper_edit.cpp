// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/recognisers/speaker_ranges.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// Words and paragraphs of BBC Digital Paper Edit and autoEdit: https://github.com/bbc/digital-paper-edit-client
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  auto const root = file.json();
  return root["words"].front()["text"].is_string() && root["paragraphs"].is_array();
}

Source read(text::FileContent& file) {
  SpeakerRanges speakers;
  file.json()["paragraphs"].each([&](text::JsonValue paragraph) {
    speakers.add(paragraph["start"].number().value_or(0), paragraph["speaker"].label());
  });
  speakers.sort();
  TurnJoiner turns;
  file.json()["words"].each([&](text::JsonValue word) {
    auto const start = word["start"].number();
    auto const text = word["text"].string();
    turns.add(
        {speakers.at(start.value_or(0)), start, word["end"].number(), text, false, heard_as_one(text, heard(start))});
  });
  return recognised_speech(turns.take());
}

}  // namespace

TranscriptFormat const paper_edit_format{"paper-edit", "Digital Paper Edit JSON", "", recognises, read};

}  // namespace quoth::transcripts
