// SPDX-License-Identifier: MIT
#include <initializer_list>

#include "grammar/transcripts/labels/member_name.hpp"
#include "grammar/transcripts/lines/clock.hpp"
#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"
#include "text/unicode/unicode.hpp"

// Lists of turns with a speaker and what they said: meeting corpora such as https://github.com/Yale-LILY/QMSum, and
// what newsrooms' own scripts write.
namespace quoth::transcripts {

namespace {

// The first of these members that the object has.
text::JsonValue member(text::JsonValue object, std::initializer_list<std::string_view> names) {
  for (auto const name : names) {
    if (auto const value = object[name]) return value;
  }
  return {};
}

text::JsonValue list_in(text::JsonValue root) {
  if (root.is_array()) return root;
  return member(root, {"meeting_transcripts", "transcript", "turns", "dialogue", "sentences", "utterances"});
}

text::JsonValue speaker_of(text::JsonValue turn) {
  return member(turn, {"speaker", "speaker_name", "speakerName", "name"});
}

std::string_view words_of(text::JsonValue turn) {
  return member(turn, {"content", "text", "sentence", "transcript", "utterance", "body"}).string();
}

// Seconds, from a number or from "00:01:02".
std::optional<double> time_of(text::JsonValue value) {
  if (value.is_string()) {
    if (auto const clock = clock_time(text::to_utf32(value.string()))) return clock;
  }
  return value.number();
}

bool recognises(text::FileContent& file) {
  auto const first = list_in(file.json()).front();
  return speaker_of(first).is_string() && !words_of(first).empty();
}

Source read(text::FileContent& file) {
  Source source;
  source.title = file.json()["title"].string();
  source.date = text::date_in_prose(file.json()["date"].string());
  list_in(file.json()).each([&](text::JsonValue turn) {
    auto const label = single_spaced(speaker_of(turn).string());
    auto text = single_spaced(words_of(turn));
    if (text.empty()) return;
    if (!label.empty()) source.speakers.try_emplace(label, member_of(label));
    auto const start = time_of(member(turn, {"start", "start_time", "startTime", "timestamp", "time"}));
    auto const end = time_of(member(turn, {"end", "end_time", "endTime"}));
    source.utterances.push_back({label, start, end, std::move(text)});
  });
  name_diarized(source);
  return source;
}

}  // namespace

TranscriptFormat const qmsum_format{"turns-json", "JSON lists of turns (QMSum and others)", "", recognises, read};

}  // namespace quoth::transcripts
