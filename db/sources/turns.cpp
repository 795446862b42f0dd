// SPDX-License-Identifier: MIT
#include "db/sources/turns.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "db/sources/heard_words.hpp"
#include "text/words/white_space.hpp"

namespace quoth::db {

namespace {

std::vector<Turn> joined(SourceReader const& reader, std::span<PassageRow const> passages) {
  std::vector<Turn> turns;
  for (auto const& passage : passages) {
    if (!turns.empty() && turns.back().utterance == passage.utterance) {
      turns.back().text += passage.text;
      continue;
    }
    Turn turn;
    turn.utterance = passage.utterance;
    turn.first_word = passage.first_word;
    turn.start = start_of(passage.time);
    turn.end = end_of(passage.time);
    turn.text = passage.text;
    reader.name_speaker(passage.label, turn);
    turns.push_back(std::move(turn));
  }
  return turns;
}

// Gives each turn the printed lines that contain words of it; the first line may begin before the turn.
void tell_pages(std::vector<PrintedWord> const& lines, std::vector<Turn>& turns) {
  for (std::size_t i = 0; i < turns.size() && !lines.empty(); ++i) {
    auto first = std::ranges::upper_bound(lines, turns[i].first_word, {}, &PrintedWord::first_word);
    if (first != lines.begin()) --first;
    auto const last = i + 1 < turns.size()
                          ? std::ranges::lower_bound(lines, turns[i + 1].first_word, {}, &PrintedWord::first_word)
                          : lines.end();
    if (first < last) turns[i].printed.assign(first, last);
  }
}

void tell_headings(std::vector<Heading> const& headings, std::vector<Turn>& turns) {
  if (headings.empty()) return;
  for (auto& turn : turns) {
    auto const after = std::ranges::upper_bound(headings, turn.utterance, {}, &Heading::utterance);
    if (after != headings.begin()) turn.heading = std::prev(after)->text;
  }
}

// What was heard of a chunk's words, passage by passage.
class HeardChunk {
 public:
  HeardChunk(SourceReader const& reader, std::span<PassageRow const> passages, std::vector<HeardWord> const& heard)
      : heard_(heard) {
    std::size_t count = 0;
    for (auto const& passage : passages) {
      parts_.push_back({passage.text, count, text::split_at_white_space(passage.text)});
      count += parts_.back().words.size();
    }
    if (count != heard.size()) throw reader.damage("times of words that are not those of its texts");
  }

  // Of the words of a part of one of the passages, as many as it has of its own.
  std::span<HeardWord const> of(std::string_view text) const {
    std::less<> const before;  // orders pointers into different texts, too
    for (auto const& part : parts_) {
      auto const* const end = part.text.data() + part.text.size();
      if (before(text.data(), part.text.data()) || before(end, text.data() + text.size())) continue;
      auto const own = words_within(part.words, part_of(part.text, text));
      return std::span(heard_).subspan(part.first + own.first, own.count);
    }
    return {};
  }

 private:
  struct Part {
    std::string_view text;
    std::size_t first = 0;  // the number of its first word in the chunk
    std::vector<ByteSpan> words;
  };
  std::vector<HeardWord> const& heard_;
  std::vector<Part> parts_;
};

void tell_heard_words(SourceReader const& reader, Stretch const& stretch, std::vector<Turn>& turns) {
  auto const passages = stretch.passages;
  if (passages.empty()) return;
  auto const heard = reader.heard_words(passages.front().chunk, passages.back().chunk + 1);
  if (heard.empty()) return;
  std::map<std::int64_t, HeardChunk> chunks;
  for (auto const& [chunk, words] : heard)
    chunks.emplace(std::piecewise_construct, std::tuple(chunk),
                   std::forward_as_tuple(reader, stretch.passages_of(chunk), words));
  auto turn = turns.begin();
  std::string_view before;  // the passage before, of the same turn
  for (auto const& passage : passages) {
    if (turn->utterance != passage.utterance) ++turn, before = {};
    auto& words = turn->words;
    // A word that goes on from one passage into the next is in both.
    if (!words.empty() && text::splits_word(before, passage.text)) words.pop_back();
    auto const chunk = chunks.find(passage.chunk);
    if (chunk == chunks.end())
      words.resize(words.size() + text::count_at_white_space(passage.text));
    else
      for (auto const& word : chunk->second.of(passage.text)) words.push_back(word);
    before = passage.text;
  }
  for (auto& one : turns)
    if (!any_heard(one.words)) one.words.clear();
}

}  // namespace

std::vector<Turn> turns_of(SourceReader const& reader, Stretch const& stretch) {
  auto turns = joined(reader, stretch.passages);
  if (turns.empty()) return turns;
  tell_pages(reader.printed(stretch.source, turns.front().first_word, stretch.last_word), turns);
  tell_headings(reader.headings(stretch.source, turns.front().utterance, turns.back().utterance), turns);
  tell_heard_words(reader, stretch, turns);
  return turns;
}

std::vector<Turn> turns_of(SourceReader const& reader, Extent const& extent) {
  Passages passages;
  reader.passages(extent.first_chunk, extent.last_chunk, passages);
  auto const passages_of = [&](std::int64_t chunk) -> std::span<PassageRow const> {
    auto const first = std::ranges::lower_bound(passages.rows, chunk, {}, &PassageRow::chunk);
    return {first, std::ranges::upper_bound(first, passages.rows.end(), chunk, {}, &PassageRow::chunk)};
  };
  return turns_of(reader, {extent.source, passages.rows, std::numeric_limits<std::uint32_t>::max(), passages_of});
}

}  // namespace quoth::db
