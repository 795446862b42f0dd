// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption.hpp"
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// YouTube's caption format json3. Automatic captions have a segment for each word, with its time from the start of the
// event.
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  bool captions = static_cast<bool>(file.json()["wireMagic"]);
  file.json()["events"].each([&](text::JsonValue event) {
    captions = captions || (event["tStartMs"] && event["segs"].front()["utf8"].is_string());
  });
  return captions && file.json()["events"].is_array();
}

// From 0 to 255. Newer files have 0 for each word, which cannot be meant.
std::optional<double> confidence_of(text::JsonValue segment) {
  constexpr double surest = 255;
  auto const confidence = segment["acAsrConf"].number();
  return confidence && *confidence > 0 ? std::optional(*confidence / surest) : std::nullopt;
}

Source read(text::FileContent& file) {
  std::vector<Caption> captions;
  file.json()["events"].each([&](text::JsonValue event) {
    std::string text;
    std::vector<HeardItem> items;
    bool automatic = false;
    auto const start = event["tStartMs"].number().value_or(0) / 1000;
    event["segs"].each([&](text::JsonValue segment) {
      text += segment["utf8"].string();
      auto const offset = segment["tOffsetMs"].number();
      items.push_back({segment["utf8"].string(), heard(start + offset.value_or(0) / 1000, confidence_of(segment))});
      automatic = automatic || offset || segment["acAsrConf"];
    });
    auto const words = automatic ? heard_words(text, items) : std::vector<HeardWord>();
    captions.push_back({start, start + event["dDurationMs"].number().value_or(0) / 1000, caption_lines(text, words)});
  });
  return captioned_speech(std::move(captions));
}

}  // namespace

TranscriptFormat const youtube_format{"youtube", "YouTube captions (json3)", ".json3", recognises, read};

}  // namespace quoth::transcripts
