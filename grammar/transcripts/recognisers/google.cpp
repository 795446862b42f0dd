// SPDX-License-Identifier: MIT
#include <initializer_list>

#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// Google Cloud Speech-to-Text, v1 and v2:
// https://cloud.google.com/speech-to-text/docs/reference/rest/v1/RecognizeResponse
namespace quoth::transcripts {

namespace {

// The response, the operation that wraps it, or the first file of a batch.
text::JsonValue results_of(text::FileContent& file) {
  auto const root = file.json();
  if (root["results"].is_array()) return root["results"];
  if (root["response"]["results"].is_array()) return root["response"]["results"];
  text::JsonValue found;
  auto const batch = root["results"] ? root["results"] : root["response"]["results"];
  batch.each_member([&](std::string_view, text::JsonValue one) {
    auto const results =
        one["transcript"]["results"] ? one["transcript"]["results"] : one["inlineResult"]["transcript"]["results"];
    if (!found) found = results;
  });
  return found;
}

bool recognises(text::FileContent& file) {
  auto const best = results_of(file).front()["alternatives"].front();
  return best["transcript"].is_string() && !best["timestamps"];
}

std::optional<double> seconds(text::JsonValue time) {
  if (!time.is_object()) return time.number();
  return time["seconds"].number().value_or(0) + time["nanos"].number().value_or(0) / 1e9;
}

// The first of these members; versions 1 and 2 and the client libraries name them differently.
text::JsonValue member(text::JsonValue object, std::initializer_list<std::string_view> names) {
  for (auto const name : names) {
    if (auto const value = object[name]) return value;
  }
  return {};
}

std::optional<double> start_of(text::JsonValue word) {
  return seconds(member(word, {"startTime", "startOffset", "start_time", "start_offset"}));
}

std::string speaker_of(text::JsonValue word) {
  auto const tag = member(word, {"speakerTag", "speaker_tag"}).label();
  return tag.empty() || tag == "0" ? member(word, {"speakerLabel", "speaker_label"}).label() : tag;
}

text::JsonValue words_of(text::JsonValue result) { return result["alternatives"].front()["words"]; }

// Of several channels, each is one person's.
std::string channel_of(text::JsonValue result) {
  auto const channel = member(result, {"channelTag", "channel_tag"}).label();
  return channel.empty() || channel == "0" ? std::string() : "channel " + channel;
}

// "A confidence of 0.0 is a sentinel value indicating confidence was not set."
std::optional<double> confidence_of(text::JsonValue of) {
  auto const confidence = of["confidence"].number();
  return confidence == 0.0 ? std::nullopt : confidence;
}

// The confidence of each word of a result: its own, or else that of the result.
void add_confidences(text::JsonValue result, std::vector<std::optional<double>>& confidences) {
  auto const whole = confidence_of(result["alternatives"].front());
  words_of(result).each([&](text::JsonValue word) {
    auto const own = confidence_of(word);
    confidences.push_back(own ? own : whole);
  });
}

// `confidences` has one for each word.
void add_words(text::JsonValue words, std::vector<std::optional<double>> const& confidences, std::string const& channel,
               TurnJoiner& turns) {
  std::size_t number = 0;
  words.each([&](text::JsonValue word) {
    auto const speaker = speaker_of(word);
    auto const start = start_of(word);
    auto const text = word["word"].string();
    turns.add({speaker.empty() ? channel : speaker, start,
               seconds(member(word, {"endTime", "endOffset", "end_time", "end_offset"})), text, false,
               heard_as_one(text, heard(start, confidences[number++]))});
  });
}

// The last result of version 1 with diarization, which repeats all words with their speakers; nothing elsewhere.
text::JsonValue all_words_again(text::JsonValue results) {
  text::JsonValue last;
  std::size_t before = 0;
  bool told_before = false;
  results.each([&](text::JsonValue result) {
    auto const words = words_of(last);
    before += words.size();
    told_before = told_before || !speaker_of(words.front()).empty();
    last = result;
  });
  auto const words = words_of(last);
  bool const again = before > 0 && start_of(words.front()) == start_of(words_of(results.front()).front());
  if (speaker_of(words.front()).empty() || (told_before && !again)) return {};
  return before == 0 || again || words.size() >= before ? words : text::JsonValue();
}

// The words with their speakers have no confidence of their own; the results before repeat them in the same order.
std::vector<std::optional<double>> confidences_of_all(text::JsonValue results) {
  std::vector<std::optional<double>> before;
  std::vector<std::optional<double>> last;
  results.each([&](text::JsonValue result) {
    before.insert(before.end(), last.begin(), last.end());
    last.clear();
    add_confidences(result, last);
  });
  return before.size() == last.size() ? before : last;
}

Source read(text::FileContent& file) {
  auto const results = results_of(file);
  TurnJoiner turns;
  if (auto const words = all_words_again(results)) {
    add_words(words, confidences_of_all(results), {}, turns);
  } else {
    results.each([&](text::JsonValue result) {
      auto const best = result["alternatives"].front();
      if (best["words"].size() > 0) {
        std::vector<std::optional<double>> confidences;
        add_confidences(result, confidences);
        add_words(best["words"], confidences, channel_of(result), turns);
      } else {
        auto const text = best["transcript"].string();
        turns.add({channel_of(result), {}, {}, text, false, heard_as_one(text, heard({}, confidence_of(best)))});
      }
    });
  }
  return recognised_speech(turns.take());
}

}  // namespace

TranscriptFormat const google_format{"google", "Google Speech-to-Text JSON", "", recognises, read};

}  // namespace quoth::transcripts
