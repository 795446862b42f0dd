// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "grammar/transcripts/captions/caption.hpp"
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/made/machine_text.hpp"
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

// The certainty of a word or token: "probability" of Whisper (the mean over its tokens), "score" of WhisperX (of the
// alignment), "p" of whisper.cpp, "confidence" of whisper-timestamped.
std::optional<double> confidence_of(text::JsonValue word) {
  for (auto const* name : {"probability", "score", "p", "confidence"}) {
    if (auto const confidence = word[name].number()) return confidence;
  }
  return std::nullopt;
}

// The certainty of a segment that says nothing of its words. "avg_logprob" is the mean logarithm of the probabilities
// of its tokens, so that exp of it is their geometric mean, a probability for each. Whisper takes a segment for silence
// from a "no_speech_prob" of 0.6 on (no_speech_threshold of transcribe()); words in it are often invented.
// https://github.com/openai/whisper/blob/main/whisper/transcribe.py
std::optional<double> segment_confidence(text::JsonValue segment) {
  constexpr double no_speech_threshold = 0.6;
  auto const average = segment["avg_logprob"].number();
  if (!average) return segment["confidence"].number();
  auto const silence = segment["no_speech_prob"].number().value_or(0);
  auto const confidence = std::exp(*average);
  return silence > no_speech_threshold ? std::min(confidence, 1 - silence) : confidence;
}

// What is known of the words of each segment.
class RecognisedWords {
 public:
  // `beside` are the words of all segments, which OpenAI's API lists apart from these.
  explicit RecognisedWords(text::JsonValue beside) {
    beside.each([&](text::JsonValue word) { beside_.push_back(word); });
  }

  // One for each word of the text. Ask for the segments in their order.
  std::vector<HeardWord> of(text::JsonValue segment, std::string_view text) {
    std::vector<HeardItem> items;
    segment["words"].each([&](text::JsonValue word) { add(word, word["word"] ? "word" : "text", items); });
    if (items.empty()) {
      // Tokens of whisper.cpp; those of OpenAI's are numbers.
      segment["tokens"].each([&](text::JsonValue token) {
        if (!token["text"].string().starts_with("[_")) add(token, "text", items);
      });
    }
    auto const end = end_of(segment);
    for (; end && next_ < beside_.size() && start_of(beside_[next_]).value_or(0) < *end; ++next_)
      add(beside_[next_], "word", items);
    auto const whole = segment_confidence(segment);
    return items.empty() ? heard_as_one(text, heard(start_of(segment), whole)) : heard_words(text, items, whole);
  }

 private:
  static void add(text::JsonValue word, std::string_view name, std::vector<HeardItem>& items) {
    items.push_back({word[name].string(), heard(start_of(word), confidence_of(word))});
  }

  std::vector<text::JsonValue> beside_;
  std::size_t next_ = 0;
};

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
    auto const text = word["word"].string();
    turns.add({speaker, word["start"].number(), word["end"].number(), text, false,
               heard_as_one(text, heard(start_of(word), confidence_of(word)))});
  });
}

// Captions, since the text may have labels or ">>".
std::vector<Utterance> unnamed_turns(text::JsonValue segments, RecognisedWords words) {
  std::vector<Caption> captions;
  segments.each([&](text::JsonValue segment) {
    auto const start = start_of(segment).value_or(0);
    auto const text = segment["text"].string();
    captions.push_back({start, end_of(segment).value_or(start), caption_lines(text, words.of(segment, text))});
  });
  return captioned_speech(std::move(captions)).utterances;
}

std::vector<Utterance> named_turns(text::JsonValue segments, RecognisedWords words) {
  TurnJoiner turns;
  segments.each([&](text::JsonValue segment) {
    auto const speaker = segment["speaker"].label();
    if (changes_speaker(segment)) return add_words(segment["words"], speaker, turns);
    auto const text = segment["text"].string();
    turns.add({speaker, start_of(segment), end_of(segment), text, false, words.of(segment, text)});
  });
  return turns.take();
}

std::vector<Utterance> bare_turns(text::JsonValue root) {
  TurnJoiner turns;
  add_words(root["words"], {}, turns);
  if (root["words"].size() == 0) turns.add({{}, {}, {}, root["text"].string(), false});
  return turns.take();
}

// Whether a segment has what recognisers alone say.
bool is_recognised(text::JsonValue segment) {
  return segment["words"] || segment["tokens"] || segment["avg_logprob"] || segment["offsets"] || segment["timestamp"];
}

// Whether the segments are captions that a program fetched, which people may have made: a bare list of texts with a
// duration.
bool are_fetched(text::JsonValue root) {
  return root.is_array() && root.front()["duration"] && !is_recognised(root.front());
}

// Whether they are a list of turns that people may have written: each has a speaker, whose name has no number.
bool name_people(text::JsonValue root) {
  if (!root.is_array() || is_recognised(root.front())) return false;
  bool named = true;
  root.each([&](text::JsonValue segment) {
    auto const speaker = segment["speaker"].string();
    named = named && speaker.find(' ') != speaker.npos && speaker.find_first_of("0123456789") == speaker.npos;
  });
  return named;
}

Source fetched_captions(text::JsonValue segments) {
  std::vector<Caption> captions;
  segments.each([&](text::JsonValue segment) {
    auto const start = start_of(segment).value_or(0);
    captions.push_back({start, end_of(segment).value_or(start), caption_lines(segment["text"].string())});
  });
  return captioned_speech(std::move(captions));
}

Source read(text::FileContent& file) {
  auto const segments = segments_of(file.json());
  bool any_speaker = false;
  segments.each([&](text::JsonValue segment) { any_speaker = any_speaker || !segment["speaker"].label().empty(); });
  if (!any_speaker && are_fetched(file.json())) return fetched_captions(segments);
  Source source;
  bool const by_people = name_people(file.json());
  source.made = by_people ? Made::spoken : Made::asr;
  source.made_known = !by_people;
  RecognisedWords const words(file.json()["words"]);
  source.utterances = any_speaker            ? named_turns(segments, words)
                      : segments.size() == 0 ? bare_turns(file.json())
                                             : unnamed_turns(segments, words);
  if (any_speaker) name_diarized(source);
  judge_made(source);
  return source;
}

}  // namespace

TranscriptFormat const whisper_format{"whisper", "Whisper and WhisperX JSON, lists of timed texts", "", recognises,
                                      read};

}  // namespace quoth::transcripts
