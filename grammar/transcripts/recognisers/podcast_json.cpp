// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/made/machine_text.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// Podcasting 2.0:
// https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) { return file.json()["segments"].front()["body"].is_string(); }

Source read(text::FileContent& file) {
  TurnJoiner turns;
  std::string speaker;
  file.json()["segments"].each([&](text::JsonValue segment) {
    // A speaker is named only where it changes.
    if (auto const name = segment["speaker"].string(); !name.empty()) speaker = name;
    auto const start = segment["startTime"].number();
    auto const text = segment["body"].string();
    turns.add({speaker, start, segment["endTime"].number(), text, false, heard_as_one(text, heard(start))});
  });
  Source source;
  source.utterances = turns.take();
  source.made = lacks_punctuation(source.utterances) ? Made::asr : Made::captions;
  name_diarized(source);
  return source;
}

}  // namespace

TranscriptFormat const podcast_json_format{"podcast-json", "Podcasting 2.0 JSON", "", recognises, read};

}  // namespace quoth::transcripts
