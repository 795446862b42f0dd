// SPDX-License-Identifier: MIT
#include "tools/quotes/quote_stretch.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/place/passage_place.hpp"
#include "match/speakers/document_names.hpp"
#include "match/words/sentence_start.hpp"
#include "text/words/white_space.hpp"

namespace quoth::tools {

namespace {

using match::Passage;
using match::TokenRange;
using match::TokenSequence;
using match::WordToken;

// In words.
constexpr std::size_t longest_gap = 40;        // between words that are quoted in one
constexpr std::size_t longest_sentence = 120;  // before or after the words; speech recognition may know no sentences
constexpr std::size_t words_beside = 25;       // shown before and after

bool is_same_speaker(Passage const& passage, std::size_t a, std::size_t b) {
  auto const& one = passage.turn_of(a);
  auto const& other = passage.turn_of(b);
  return one.label == other.label && one.speaker == other.speaker;
}

// Unlike match::begins_sentence not behind a colon or a semicolon.
bool starts_sentence(TokenSequence const& tokens, std::size_t i) {
  if (!match::begins_sentence(tokens, i)) return false;
  if (i == 0 || i >= tokens.size() || tokens[i - 1].part != tokens[i].part) return true;
  return tokens.before(i).find_first_of(".?!") != std::string_view::npos;
}

std::size_t begin_of_sentence(TokenSequence const& tokens, std::size_t i) {
  auto first = i;
  while (i - first < longest_sentence && !starts_sentence(tokens, first)) --first;
  return first;
}

// One past the last token of the sentence with token `i`.
std::size_t end_of_sentence(TokenSequence const& tokens, std::size_t i) {
  auto last = i + 1;
  while (last - i < longest_sentence && !starts_sentence(tokens, last)) ++last;
  return last;
}

TokenRange whole_sentences(Passage const& passage, TokenRange words, std::size_t context) {
  auto const& tokens = passage.tokens();
  TokenRange whole{begin_of_sentence(tokens, words.first), end_of_sentence(tokens, words.last - 1)};
  for (std::size_t i = 0; i < context; ++i) {
    if (whole.first > 0 && is_same_speaker(passage, whole.first - 1, whole.first))
      whole.first = begin_of_sentence(tokens, whole.first - 1);
    if (whole.last < tokens.size() && is_same_speaker(passage, whole.last, whole.last - 1))
      whole.last = end_of_sentence(tokens, whole.last);
  }
  return whole;
}

// The byte where the characters begin that stand before token `i` without a blank: “ ( [
std::size_t begin_with_marks(TokenSequence const& tokens, std::size_t i) {
  auto const text = tokens.text(tokens[i].part);
  auto const least = i > 0 && tokens[i - 1].part == tokens[i].part ? tokens[i - 1].last : 0U;
  std::size_t begin = least;
  for (std::size_t at = least; at < tokens[i].first; ++at) {
    if (auto const length = text::white_space_at(text, at)) begin = at + length;
  }
  return std::min<std::size_t>(begin, tokens[i].first);
}

// The byte behind the characters that follow token `i` without a blank: . ” )
std::size_t end_with_marks(TokenSequence const& tokens, std::size_t i) {
  auto const text = tokens.text(tokens[i].part);
  auto const next = i + 1;
  auto const most = next < tokens.size() && tokens[next].part == tokens[i].part
                        ? std::max(tokens[next].first, tokens[i].last)
                        : text.size();
  std::size_t end = tokens[i].last;
  while (end < most && text::white_space_at(text, end) == 0) ++end;
  return end;
}

std::string slice(TokenSequence const& tokens, TokenRange range) {
  auto const begin = begin_with_marks(tokens, range.first);
  return std::string(
      tokens.text(tokens[range.first].part).substr(begin, end_with_marks(tokens, range.last - 1) - begin));
}

// One for each turn, and for what lies between remarks such as (Laughter.); of a turn that is nothing else the remark.
std::vector<QuotedPart> parts_of(Passage const& passage, TokenRange range) {
  auto const& tokens = passage.tokens();
  auto const is_remark = [&](std::size_t token) { return tokens[token].is(WordToken::optional); };
  bool is_speech = false;
  for (auto token = range.first; token < range.last; ++token) is_speech = is_speech || !is_remark(token);
  std::vector<QuotedPart> parts;
  for (auto first = range.first; first < range.last;) {
    auto last = first + 1;
    while (last < range.last && tokens[last].part == tokens[first].part && is_remark(last) == is_remark(first)) ++last;
    if (!is_speech || !is_remark(first))
      parts.push_back({passage.turn_of(first).utterance, slice(tokens, {first, last})});
    first = last;
  }
  return parts;
}

std::string words_before(TokenSequence const& tokens, std::size_t i) {
  auto first = i;
  while (first > 0 && tokens[first - 1].part == tokens[i].part && i - first < words_beside) --first;
  auto const begin = tokens[first].first;
  return std::string(
      tokens.text(tokens[i].part).substr(begin, std::max<std::size_t>(begin_with_marks(tokens, i), begin) - begin));
}

std::string words_after(TokenSequence const& tokens, std::size_t i) {
  auto last = i;
  while (last + 1 < tokens.size() && tokens[last + 1].part == tokens[i].part && last - i < words_beside) ++last;
  auto const begin = end_with_marks(tokens, i);
  auto const end = last == i ? begin : end_with_marks(tokens, last);
  return std::string(tokens.text(tokens[i].part).substr(begin, end - begin));
}

// The number of the word at white space that has the byte, as Turn::words counts.
std::size_t heard_number(Turn const& turn, std::size_t byte) {
  auto const words = text::split_at_white_space(turn.text);
  auto const found = std::ranges::find_if(words, [&](ByteSpan word) { return word.last > byte; });
  return static_cast<std::size_t>(found - words.begin());
}

std::optional<double> time_of(Passage const& passage, std::size_t token) {
  auto const& turn = passage.turn_of(token);
  auto const number = turn.words.empty() ? 0 : heard_number(turn, passage.tokens()[token].first);
  if (number < turn.words.size() && turn.words[number].start) return turn.words[number].start;
  return turn.start;
}

std::string speaker_of(SourceRecord const& source, Turn const& turn) {
  if (!turn.speaker.empty()) return turn.speaker;
  if (!turn.label.empty()) return turn.label;
  if (source.kind != SourceKind::document) return {};
  return !source.author.empty() ? source.author : source.issuer;
}

}  // namespace

WordGroup best_group(match::QuotedWords const& words, Passage const& passage, match::Alignment const& alignment) {
  struct Pair {
    std::size_t token = 0;
    bool is_same = false;
  };
  std::vector<Pair> pairs;
  pairs.reserve(alignment.source_of.size());
  for (std::size_t i = 0; i < alignment.source_of.size(); ++i) {
    if (alignment.source_of[i] == match::Alignment::unpaired) continue;
    auto const token = static_cast<std::size_t>(alignment.source_of[i]);
    pairs.push_back({token, match::same_word(words.tokens()[i], passage.tokens()[token])});
  }
  std::ranges::sort(pairs, {}, &Pair::token);
  WordGroup best;
  WordGroup group;
  for (auto const& pair : pairs) {
    auto const last = group.tokens.empty() ? pair.token : group.tokens.last - 1;
    if (group.tokens.empty() || pair.token - last > longest_gap || !is_same_speaker(passage, last, pair.token))
      group = {{pair.token, pair.token + 1}, 0};
    group.tokens.last = pair.token + 1;
    group.matched += pair.is_same ? 1 : 0;
    if (group.matched > best.matched) best = group;
  }
  return best;
}

SourceQuote quote_of(SourceRecord const& source, Passage const& passage, TokenRange tokens, std::size_t context) {
  auto const whole = whole_sentences(passage, tokens, context);
  auto const& sequence = passage.tokens();
  auto const& turn = passage.turn_of(whole.first);
  SourceQuote quote;
  quote.source = source;
  quote.speaker = speaker_of(source, turn);
  quote.parts = parts_of(passage, whole);
  quote.time = time_of(passage, whole.first);
  quote.printed = match::printed_range(match::stretch_of(passage, whole));
  quote.heading = turn.heading;
  quote.before = words_before(sequence, whole.first);
  quote.after = words_after(sequence, whole.last - 1);
  quote.is_cut = !starts_sentence(sequence, whole.first) || !starts_sentence(sequence, whole.last);
  return quote;
}

TokenRange tokens_of_turn(Passage const& passage, std::uint32_t utterance) {
  for (std::size_t part = 0; part < passage.turns(); ++part)
    if (passage.turn(part).utterance == utterance) return {passage.first_token(part), passage.first_token(part + 1)};
  return {};
}

std::optional<std::size_t> token_at(Passage const& passage, TokenRange turn, double time) {
  auto const& heard = passage.turn_of(turn.first).words;
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < heard.size() && !(heard[i].start && *heard[i].start > time); ++i)
    if (heard[i].start) last = i;
  if (!last) return std::nullopt;
  auto const spans = text::split_at_white_space(passage.turn_of(turn.first).text);
  for (auto token = turn.first; token < turn.last; ++token)
    if (*last < spans.size() && passage.tokens()[token].last > spans[*last].first) return token;
  return std::nullopt;
}

}  // namespace quoth::tools
