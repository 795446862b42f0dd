// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// Segments of OpenAI Whisper, WhisperX and whisper.cpp, and lists of timed texts as caption downloaders write them.
namespace quoth::transcripts {

namespace {

// OpenAI's segments, whisper.cpp's transcription, the chunks of programs built on Transformers, or a bare list.
text::JsonValue segments_of(text::JsonValue root) {
  if (root.is_array()) return root;
  for (auto const* name : {"segments", "transcription", "chunks"}) {
    if (root[name].size() > 0) return root[name];
  }
  return {};
}

bool is_segment(text::JsonValue first) {
  return first["text"].is_string() && (first["start"] || first["offsets"] || first["timestamp"].is_array());
}

bool only_text(text::JsonValue root) {
  bool only = true;
  root.each_member([&](std::string_view name, text::JsonValue) { only = only && name == "text"; });
  return only;
}

// A response of the API that has words but no segments, or only its text.
bool is_bare_answer(text::JsonValue root) {
  return root["text"].is_string() && segments_of(root).size() == 0 && !root["status"] && !root["speaker"] &&
         (root["words"].front()["word"].is_string() || root["language"].is_string() || only_text(root));
}

bool recognises(text::FileContent& file) {
  return is_segment(segments_of(file.json()).front()) || is_bare_answer(file.json());
}

std::optional<double> in_seconds(text::JsonValue milliseconds) {
  auto const value = milliseconds.number();
  return value ? std::optional(*value / 1000) : std::nullopt;
}

std::optional<double> start_of(text::JsonValue segment) {
  if (auto const start = segment["start"].number()) return start;
  if (auto const start = segment["timestamp"].front().number()) return start;
  return in_seconds(segment["offsets"]["from"]);
}

std::optional<double> end_of(text::JsonValue segment) {
  if (auto const end = segment["end"].number()) return end;
  if (auto const end = segment["timestamp"].back().number()) return end;
  if (auto const end = in_seconds(segment["offsets"]["to"])) return end;
  auto const start = segment["start"].number();
  auto const length = segment["duration"].number();
  return start && length ? std::optional(*start + *length) : std::nullopt;
}

// Whether WhisperX gives words another speaker than their segment; those of the words are more exact.
bool changes_speaker(text::JsonValue segment) {
  bool changes = false;
  auto const whole = segment["speaker"].label();
  segment["words"].each([&](text::JsonValue word) {
    auto const speaker = word["speaker"].label();
    changes = changes || (!speaker.empty() && speaker != whole);
  });
  return changes;
}

void add_words(text::JsonValue words, std::string speaker, TurnJoiner& turns) {
  words.each([&](text::JsonValue word) {
    if (auto const label = word["speaker"].label(); !label.empty()) speaker = label;
    turns.add({speaker, word["start"].number(), word["end"].number(), word["word"].string(), false});
  });
}

std::vector<Utterance> unnamed_turns(text::JsonValue segments) {
  std::vector<Caption> captions;
  segments.each([&](text::JsonValue segment) {
    auto const start = start_of(segment).value_or(0);
    captions.push_back({start, end_of(segment).value_or(start), caption_lines(segment["text"].string())});
  });
  return captioned_speech(std::move(captions)).utterances;
}

std::vector<Utterance> named_turns(text::JsonValue segments) {
  TurnJoiner turns;
  segments.each([&](text::JsonValue segment) {
    auto const speaker = segment["speaker"].label();
    if (changes_speaker(segment)) return add_words(segment["words"], speaker, turns);
    turns.add({speaker, start_of(segment), end_of(segment), segment["text"].string(), false});
  });
  return turns.take();
}

std::vector<Utterance> bare_turns(text::JsonValue root) {
  TurnJoiner turns;
  add_words(root["words"], {}, turns);
  if (root["words"].size() == 0) turns.add({{}, {}, {}, root["text"].string(), false});
  return turns.take();
}

Source read(text::FileContent& file) {
  auto const segments = segments_of(file.json());
  bool any_speaker = false;
  segments.each([&](text::JsonValue segment) { any_speaker = any_speaker || !segment["speaker"].label().empty(); });
  Source source;
  source.made = Made::asr;
  // Without speakers in the JSON, the text may still have labels or ">>".
  source.utterances = any_speaker            ? named_turns(segments)
                      : segments.size() == 0 ? bare_turns(file.json())
                                             : unnamed_turns(segments);
  if (any_speaker) name_diarized(source);
  return source;
}

}  // namespace

TranscriptFormat const whisper_format{"whisper", "Whisper and WhisperX JSON, lists of timed texts", "", recognises,
                                      read};

}  // namespace quoth::transcripts
