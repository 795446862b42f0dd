// SPDX-License-Identifier: MIT
#include "cue.hpp"
#include "quoth/unicode.hpp"
#include "readers.hpp"

// YouTube's caption format json3.
namespace quoth {

namespace {

bool recognises(FileContent& file) { return file.json()["events"].is_array() && file.json()["wireMagic"]; }

Source read(FileContent& file) {
  std::vector<Cue> cues;
  file.json()["events"].each([&](JsonValue event) {
    std::string text;
    event["segs"].each([&](JsonValue segment) { text += segment["utf8"].string(); });
    auto const start = event["tStartMs"].number().value_or(0) / 1000;
    cues.push_back({start, start + event["dDurationMs"].number().value_or(0) / 1000, cue_lines(to_utf32(text))});
  });
  Source source;
  source.kind = TranscriptKind::captions;
  source.utterances = turns_of_cues(std::move(cues));
  return source;
}

}  // namespace

TranscriptFormat const youtube_format{"youtube", "YouTube captions (json3)", ".json3", recognises, read};

}  // namespace quoth
