// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/recognisers/speaker_ranges.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// IBM Watson Speech to Text: https://cloud.ibm.com/docs/speech-to-text?topic=speech-to-text-basic-response
namespace quoth::transcripts {

namespace {

// One response, or the job that wraps several.
template <typename Take>
void each_response(text::FileContent& file, Take take) {
  auto const results = file.json()["results"];
  if (results.front()["results"].is_array()) {
    results.each(take);
  } else {
    take(file.json());
  }
}

bool recognises(text::FileContent& file) {
  auto const results = file.json()["results"];
  auto const inner = results.front()["results"];
  auto const result = (inner.is_array() ? inner : results).front();
  auto const best = result["alternatives"].front();
  return best["timestamps"].is_array() || (result["final"] && best["transcript"].is_string());
}

constexpr std::string_view hesitation = "%HESITATION";

std::string without_hesitations(std::string_view transcript) {
  std::string text;
  for (auto at = transcript.find(hesitation); at != transcript.npos; at = transcript.find(hesitation)) {
    text += transcript.substr(0, at);
    transcript.remove_prefix(at + hesitation.size());
  }
  return single_spaced(text.append(transcript));
}

std::vector<text::JsonValue> items_of(text::JsonValue array) {
  std::vector<text::JsonValue> items;
  array.each([&](text::JsonValue item) { items.push_back(item); });
  return items;
}

// Of the word with those fields: "word_confidence" lists [word, confidence] for each of "timestamps", where it was
// asked for; else the confidence of the whole alternative.
std::optional<double> confidence_of(std::vector<text::JsonValue> const& word,
                                    std::vector<text::JsonValue> const& confidences, std::size_t number,
                                    text::JsonValue best) {
  if (number < confidences.size() && !word.empty() && confidences[number].front().string() == word[0].string())
    return confidences[number].back().number();
  return best["confidence"].number();
}

// Without times, of words too.
void add_text(text::JsonValue best, TurnJoiner& turns) {
  auto const text = without_hesitations(best["transcript"].string());
  std::vector<HeardItem> items;
  best["word_confidence"].each([&](text::JsonValue word) {
    if (word.front().string() != hesitation) items.push_back({word.front().string(), heard({}, word.back().number())});
  });
  turns.add({{}, {}, {}, text, false, heard_words(text, items, best["confidence"].number())});
}

void add_response(text::JsonValue response, TurnJoiner& turns) {
  SpeakerRanges speakers;
  response["speaker_labels"].each(
      [&](text::JsonValue label) { speakers.add(label["from"].number().value_or(0), label["speaker"].label()); });
  speakers.sort();
  response["results"].each([&](text::JsonValue result) {
    auto const best = result["alternatives"].front();
    if (!best["timestamps"]) add_text(best, turns);
    auto const confidences = items_of(best["word_confidence"]);
    std::size_t number = 0;
    best["timestamps"].each([&](text::JsonValue word) {
      auto const fields = items_of(word);  // word, start, end
      auto const confidence = confidence_of(fields, confidences, number++, best);
      if (fields.size() < 3 || fields[0].string() == hesitation) return;
      auto const start = fields[1].number();
      auto const text = fields[0].string();
      turns.add({speakers.at(start.value_or(0)), start, fields[2].number(), text, false,
                 heard_as_one(text, heard(start, confidence))});
    });
  });
}

Source read(text::FileContent& file) {
  TurnJoiner turns;
  each_response(file, [&](text::JsonValue response) { add_response(response, turns); });
  return recognised_speech(turns.take());
}

}  // namespace

TranscriptFormat const ibm_format{"ibm", "IBM Speech to Text JSON", "", recognises, read};

}  // namespace quoth::transcripts
