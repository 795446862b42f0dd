// SPDX-License-Identifier: MIT
#include "match/check/evidence.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"

namespace quoth::match {

namespace {

// Words of context on either side.
constexpr std::size_t context = 25;

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
  auto const start = end_with_mark(tokens, used.last - 1);
  return std::string(text.substr(start, whole ? text.npos : tokens[last - 1].last - start));
}

// The printed line of the turn with the word at that byte; empty where the turn has no printed lines.
PrintedWord printed_at(Turn const& turn, std::uint32_t byte) {
  if (turn.printed.empty()) return {};
  auto const words = text::split_words(turn.text);
  auto const before = std::ranges::lower_bound(words, byte, {}, &text::Word::first) - words.begin();
  auto const number = turn.first_word + static_cast<std::uint32_t>(before);
  auto const after = std::ranges::upper_bound(turn.printed, number, {}, &PrintedWord::first_word);
  return after == turn.printed.begin() ? PrintedWord() : *std::prev(after);
}

PrintedRange printed_range(Passage const& passage, TokenRange used) {
  auto const first = printed_at(passage.turn_of(used.first), passage.tokens()[used.first].first);
  auto const last = printed_at(passage.turn_of(used.last - 1), passage.tokens()[used.last - 1].first);
  return {first.page, first.line, last.page, last.line};
}

}  // namespace

Evidence evidence_of(Reading const& reading, PassageText const& shown) {
  auto const& source = reading.candidate->source;
  Evidence evidence;
  evidence.source = source.id;
  evidence.title = source.title;
  evidence.date = source.date;
  evidence.url = source.url;
  evidence.made = source.made;
  if (reading.used.empty()) return evidence;
  auto const& turn = reading.passage->turn_of(reading.used.first);
  evidence.speaker = turn.speaker.empty() ? turn.label : turn.speaker;
  evidence.utterance = turn.utterance;
  evidence.time = turn.start;
  evidence.printed = printed_range(*reading.passage, reading.used);
  auto const& tokens = reading.passage->tokens();
  evidence.before = before_text(tokens, reading.used);
  evidence.text = shown.text();
  evidence.after = after_text(tokens, reading.used);
  return evidence;
}

Evidence evidence_of(Reading const& reading) {
  return evidence_of(reading, PassageText(*reading.passage, reading.alignment));
}

}  // namespace quoth::match
