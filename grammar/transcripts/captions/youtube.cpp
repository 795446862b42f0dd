// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// YouTube's caption format json3.
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  bool captions = static_cast<bool>(file.json()["wireMagic"]);
  file.json()["events"].each([&](text::JsonValue event) {
    captions = captions || (event["tStartMs"] && event["segs"].front()["utf8"].is_string());
  });
  return captions && file.json()["events"].is_array();
}

Source read(text::FileContent& file) {
  std::vector<Caption> captions;
  file.json()["events"].each([&](text::JsonValue event) {
    std::string text;
    event["segs"].each([&](text::JsonValue segment) { text += segment["utf8"].string(); });
    auto const start = event["tStartMs"].number().value_or(0) / 1000;
    captions.push_back({start, start + event["dDurationMs"].number().value_or(0) / 1000, caption_lines(text)});
  });
  return captioned_speech(std::move(captions));
}

}  // namespace

TranscriptFormat const youtube_format{"youtube", "YouTube captions (json3)", ".json3", recognises, read};

}  // namespace quoth::transcripts
