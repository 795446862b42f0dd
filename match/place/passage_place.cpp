// SPDX-License-Identifier: MIT
#include "match/place/passage_place.hpp"

#include <algorithm>
#include <iterator>

#include "match/align/passage.hpp"
#include "match/place/place_tuning.hpp"
#include "match/words/token_range.hpp"
#include "text/words/white_space.hpp"
#include "text/words/words.hpp"

namespace quoth::match {

namespace {

// The printed line with that word; empty where the turn has no printed lines.
PrintedWord printed_at(WordPlace const& word) {
  auto const& turn = *word.turn;
  if (turn.printed.empty()) return {};
  auto const words = text::split_words(turn.text);
  auto const before = std::ranges::lower_bound(words, word.byte, {}, &text::Word::first) - words.begin();
  auto const number = turn.first_word + static_cast<std::uint32_t>(before);
  auto const after = std::ranges::upper_bound(turn.printed, number, {}, &PrintedWord::first_word);
  return after == turn.printed.begin() ? PrintedWord() : *std::prev(after);
}

// The number, among the words at white space, of the one with that byte.
std::size_t heard_number(WordPlace const& word) {
  auto const words = text::split_at_white_space(word.turn->text);
  auto const after = std::ranges::upper_bound(words, word.byte, {}, &ByteSpan::first);
  return after == words.begin() ? 0 : static_cast<std::size_t>(after - words.begin()) - 1;
}

std::optional<double> heard_at(WordPlace const& word) {
  auto const& heard = word.turn->words;
  if (heard.empty()) return std::nullopt;
  auto const number = heard_number(word);
  return number < heard.size() ? heard[number].start : std::nullopt;
}

}  // namespace

SourceStretch stretch_of(Passage const& passage, TokenRange used) {
  auto const place = [&](std::size_t token) {
    return WordPlace{&passage.turn_of(token), passage.tokens()[token].first};
  };
  return {place(used.first), place(used.last - 1)};
}

PrintedRange printed_range(SourceStretch const& stretch) {
  auto const first = printed_at(stretch.first);
  auto const last = printed_at(stretch.last);
  return {first.page, first.line, last.page, last.line};
}

std::optional<TimeSpan> time_span(SourceStretch const& stretch, SourceOutline const& outline) {
  auto const& first = *stretch.first.turn;
  auto const& last = *stretch.last.turn;
  auto const heard_first = heard_at(stretch.first);
  auto const heard_last = heard_at(stretch.last);
  if (heard_first && heard_last) return TimeSpan{*heard_first, *heard_last};
  if (!first.start || !last.start) return std::nullopt;
  // A long turn may be read back without its beginning, so all of its words count for the end only.
  auto const words = static_cast<double>(heard_number(stretch.last) + 1);
  TimeSpan span{*first.start, *last.start + words / PlaceTuning::slowest_speech};
  if (last.end) span.last = std::max(*last.end, span.first);
  if (auto const next = outline.next_start(last.utterance))
    span.last = std::min(span.last, std::max(*next, span.first));
  return span;
}

std::vector<SourceStretch> occurrences(std::string_view text, std::vector<Turn> const& turns) {
  auto const wanted = text::split_words(text);
  std::vector<SourceStretch> found;
  if (wanted.empty()) return found;
  std::vector<text::WordList> words;
  std::vector<std::pair<std::size_t, std::size_t>> all;  // turn, word
  for (std::size_t i = 0; i < turns.size(); ++i) {
    words.push_back(text::split_words(turns[i].text));
    for (std::size_t k = 0; k < words[i].size(); ++k) all.emplace_back(i, k);
  }
  auto const place = [&](std::size_t at) {
    auto const [turn, word] = all[at];
    return WordPlace{&turns[turn], words[turn][word].first};
  };
  for (std::size_t i = 0; i + wanted.size() <= all.size(); ++i) {
    std::size_t k = 0;
    while (k < wanted.size() && words[all[i + k].first].key(all[i + k].second) == wanted.key(k)) ++k;
    if (k == wanted.size()) found.push_back({place(i), place(i + k - 1)});
  }
  return found;
}

}  // namespace quoth::match
