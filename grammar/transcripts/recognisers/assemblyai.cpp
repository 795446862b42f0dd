// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// AssemblyAI: https://www.assemblyai.com/docs/api-reference/transcripts/get
namespace quoth::transcripts {

namespace {

// The response, or its "utterances" alone as scripts save them. Their times are in milliseconds.
text::JsonValue utterances_of(text::JsonValue root) { return root.is_array() ? root : root["utterances"]; }

bool is_utterance(text::JsonValue first) {
  return first["speaker"].is_string() && first["text"].is_string() && first["start"] && first["confidence"];
}

bool recognises(text::FileContent& file) {
  auto const root = file.json();
  if (is_utterance(utterances_of(root).front())) return true;
  return root["text"].is_string() && (root["words"].is_array() || root["status"].is_string()) &&
         (root["audio_duration"] || root["acoustic_model"] || root["audio_url"]);
}

std::optional<double> seconds(text::JsonValue milliseconds) {
  auto const value = milliseconds.number();
  return value ? std::optional(*value / 1000) : std::nullopt;
}

// Of a word, or of an utterance, which usually has words itself. A confidence is from 0 to 1.
std::vector<HeardWord> words_of(text::JsonValue piece, std::string_view text) {
  auto const confidence = piece["confidence"].number();
  std::vector<HeardItem> items;
  piece["words"].each([&](text::JsonValue word) {
    items.push_back({word["text"].string(), heard(seconds(word["start"]), word["confidence"].number())});
  });
  if (items.empty()) return heard_as_one(text, heard(seconds(piece["start"]), confidence));
  return heard_words(text, items, confidence);
}

void add_pieces(text::JsonValue pieces, TurnJoiner& turns) {
  pieces.each([&](text::JsonValue piece) {
    auto const start = seconds(piece["start"]);
    auto const text = piece["text"].string();
    turns.add({piece["speaker"].label(), start, seconds(piece["end"]), text, false, words_of(piece, text)});
  });
}

Source read(text::FileContent& file) {
  auto const root = file.json();
  TurnJoiner turns;
  if (root["words"].size() > 0) {
    add_pieces(root["words"], turns);
  } else if (utterances_of(root).size() > 0) {
    add_pieces(utterances_of(root), turns);
  } else {
    auto const text = root["text"].string();
    turns.add({{}, {}, {}, text, false, heard_as_one(text, heard({}, root["confidence"].number()))});
  }
  return recognised_speech(turns.take());
}

}  // namespace

TranscriptFormat const assemblyai_format{"assemblyai", "AssemblyAI JSON", "", recognises, read};

}  // namespace quoth::transcripts
