// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/turn_joiner.hpp"

#include <algorithm>
#include <set>

#include "grammar/transcripts/lines/heard_words.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/lines.hpp"
#include "text/words/white_space.hpp"

namespace quoth::transcripts {

namespace {

constexpr std::size_t shortest_turn = 120;  // bytes
// In bytes. A bound, since recognised speech may have no punctuation.
constexpr std::size_t longest_turn = 1000;

bool ends_sentence(std::string_view text) {
  auto const last = text.find_last_not_of("\"')]");
  if (last == text.npos) return false;
  return text[last] == '.' || text[last] == '?' || text[last] == '!';
}

// A turn has the time of its first words, which would be far off after a pause or after long speech.
constexpr double longest_pause = 5;  // seconds
constexpr double longest_time = 20;  // seconds

bool is_far_behind(Utterance const& turn, std::optional<double> start) {
  if (!start || !turn.start) return false;
  return *start - *turn.start > longest_time || (turn.end && *start - *turn.end > longest_pause);
}

bool is_over(Utterance const& turn, std::optional<double> next) {
  if (turn.text.size() >= longest_turn) return true;
  return ends_sentence(turn.text) && (turn.text.size() >= shortest_turn || is_far_behind(turn, next));
}

std::string digits_of(std::string const& label) {
  std::string digits;
  for (auto const c : label) {
    if (text::is_ascii_digit(c)) digits += c;
  }
  return digits;
}

// Whether the label is made up by a program: "spk_0", "SPEAKER_00", "F4", "A".
bool is_made_up(std::string const& label) {
  if (label.empty()) return false;
  if (label.starts_with("channel ")) return true;
  return label.find(' ') == label.npos && (label.size() <= 2 || !digits_of(label).empty());
}

}  // namespace

void TurnJoiner::add(Piece const& piece) {
  auto const spans = text::split_at_white_space(piece.text);
  if (spans.empty()) return;
  auto const text = piece.text.substr(spans.front().first, spans.back().last - spans.front().first);
  auto words = piece.words.size() == spans.size() ? piece.words : std::vector<HeardWord>(spans.size());
  bool const goes_on = !turns_.empty() && !cut_ && turns_.back().speaker == piece.speaker;
  if (goes_on && (piece.glued || !is_over(turns_.back(), piece.start))) {
    auto& turn = turns_.back();
    if (piece.glued) {
      merge(turn.words.back(), words.front());
    } else {
      turn.text += ' ';
    }
    turn.text += text;
    turn.words.insert(turn.words.end(), words.begin() + piece.glued, words.end());
    if (piece.end) turn.end = piece.end;
  } else {
    turns_.push_back({piece.speaker, piece.start, piece.end, std::string(text), std::move(words)});
  }
  cut_ = false;
}

std::vector<Utterance> TurnJoiner::take() {
  auto const tells = [](HeardWord const& word) { return word.start || word.confidence; };
  for (auto& turn : turns_) {
    if (std::ranges::none_of(turn.words, tells)) turn.words = {};
  }
  return std::move(turns_);
}

void in_order_of_time(std::vector<Utterance>& turns) {
  bool const timed = std::ranges::all_of(turns, [](Utterance const& turn) { return turn.start.has_value(); });
  if (timed) std::ranges::stable_sort(turns, {}, [](Utterance const& turn) { return *turn.start; });
}

std::string single_spaced(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (auto const c : text::trimmed(text)) {
    bool const blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank) out += c;
    if (blank && out.back() != ' ') out += ' ';
  }
  return out;
}

void name_diarized(Source& source) {
  std::vector<std::string> labels;
  std::set<std::string> numbers;
  for (auto const& turn : source.utterances) {
    if (!is_made_up(turn.speaker) || std::ranges::find(labels, turn.speaker) != labels.end()) continue;
    labels.push_back(turn.speaker);
    numbers.insert(digits_of(turn.speaker));
  }
  bool const numbered = numbers.size() == labels.size() && !numbers.contains("");
  for (std::size_t i = 0; i < labels.size(); ++i) {
    auto& speaker = source.speakers[labels[i]];
    if (speaker.name.empty()) speaker.name = "Speaker " + (numbered ? digits_of(labels[i]) : std::to_string(i + 1));
  }
}

Source recognised_speech(std::vector<Utterance> turns) {
  Source source;
  source.made = Made::asr;
  source.made_known = true;
  source.utterances = std::move(turns);
  name_diarized(source);
  return source;
}

}  // namespace quoth::transcripts
