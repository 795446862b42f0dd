// SPDX-License-Identifier: MIT
#include "evidence.hpp"

#include <algorithm>

namespace quoth {

namespace {

// Words of context on either side.
constexpr std::size_t context = 25;
// A stretch that nothing stands for is shown up to this length.
constexpr std::size_t longest_shown_gap = 40;

// Where token `i` ends, with the mark that belongs to it.
std::size_t end_of(TokenSequence const& tokens, std::size_t i) {
  auto const& token = tokens[i];
  auto const next = tokens.text(token.part).substr(token.last, 1);
  auto const marked = !next.empty() && std::string_view(".,;:?!").find(next.front()) != std::string_view::npos;
  return token.last + (marked ? 1 : 0);
}

// The text from token `first` to token `last - 1`, with the punctuation that belongs to its end.
std::string passage_text(TokenSequence const& tokens, std::size_t first, std::size_t last) {
  auto text = tokens.stretch(first, last);
  if (last == 0) return text;
  auto const& end = tokens[last - 1];
  text += tokens.text(end.part).substr(end.last, end_of(tokens, last - 1) - end.last);
  return text;
}

std::string before_text(TokenSequence const& tokens, TokenRange used) {
  auto const part = tokens[used.first].part;
  auto first = used.first;
  while (first > 0 && tokens[first - 1].part == part && used.first - first < context) --first;
  auto const text = tokens.text(part);
  auto const start = first == 0 || tokens[first - 1].part != part ? 0 : tokens[first].first;
  return std::string(text.substr(start, tokens[used.first].first - start));
}

std::string after_text(TokenSequence const& tokens, TokenRange used) {
  auto const part = tokens[used.last - 1].part;
  auto last = used.last;
  while (last < tokens.size() && tokens[last].part == part && last - used.last < context) ++last;
  auto const text = tokens.text(part);
  auto const whole = last == tokens.size() || tokens[last].part != part;
  auto const start = end_of(tokens, used.last - 1);
  return std::string(text.substr(start, whole ? text.npos : tokens[last - 1].last - start));
}

// Everything from the first to the last word used, with long stretches that nothing stands for taken out.
std::string used_text(Reading const& reading) {
  auto const& tokens = reading.passage->tokens();
  std::vector<bool> used(tokens.size());
  for (auto source : reading.alignment.source_of) {
    if (source != Alignment::unpaired) used[static_cast<std::size_t>(source)] = true;
  }
  std::string text;
  auto first = reading.used.first;
  for (auto i = first; i < reading.used.last;) {
    auto next = i + 1;
    while (next < reading.used.last && !used[next]) ++next;
    auto const far = next < reading.used.last && next - i - 1 > longest_shown_gap;
    if (far || next == reading.used.last) {
      if (!text.empty()) text += " […] ";
      text += passage_text(tokens, first, i + 1);
      first = next;
    }
    i = next;
  }
  return text;
}

}  // namespace

Evidence evidence_of(Reading const& reading) {
  auto const& source = reading.candidate->source;
  Evidence evidence;
  evidence.source = source.id;
  evidence.title = source.title;
  evidence.date = source.date;
  evidence.url = source.url;
  evidence.kind = source.kind;
  if (reading.used.empty()) return evidence;
  auto const& turn = reading.passage->turn_of(reading.used.first);
  evidence.speaker = turn.speaker.empty() ? turn.label : turn.speaker;
  evidence.utterance = turn.utterance;
  evidence.time = turn.start;
  auto const& tokens = reading.passage->tokens();
  evidence.before = before_text(tokens, reading.used);
  evidence.text = used_text(reading);
  evidence.after = after_text(tokens, reading.used);
  return evidence;
}

}  // namespace quoth
