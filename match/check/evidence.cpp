// SPDX-License-Identifier: MIT
#include "match/check/evidence.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/place/passage_place.hpp"
#include "match/speakers/document_names.hpp"

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
  if (evidence.speaker.empty() && source.kind == SourceKind::document)
    evidence.speaker = DocumentNames(source).speaker();
  evidence.utterance = turn.utterance;
  evidence.time = turn.start;
  evidence.printed = printed_range(stretch_of(*reading.passage, reading.used));
  evidence.heading = turn.heading;
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
