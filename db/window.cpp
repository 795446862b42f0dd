// SPDX-License-Identifier: MIT
#include "window.hpp"

#include <algorithm>

#include "chunk.hpp"
#include "quoth/words.hpp"

namespace quoth {

namespace {

constexpr std::uint32_t context = 60;  // words on either side

struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // inclusive
};

std::vector<Stretch> stretches(std::vector<Place> const& places, std::uint32_t words) {
  std::vector<Stretch> wanted;
  for (auto const& place : places)
    wanted.push_back(
        {place.first_word > context ? place.first_word - context : 0, std::min(place.last_word + context, words - 1)});
  std::ranges::sort(wanted, {}, &Stretch::first);
  std::vector<Stretch> joined;
  for (auto const& stretch : wanted) {
    if (!joined.empty() && stretch.first <= joined.back().last + 1)
      joined.back().last = std::max(joined.back().last, stretch.last);
    else
      joined.push_back(stretch);
  }
  return joined;
}

// Cuts the words outside the stretch off a row; false where nothing is left.
bool trim(Passage& passage, Stretch wanted) {
  auto words = split_words(passage.text);
  auto end = passage.first_word + static_cast<std::uint32_t>(words.size());
  if (end <= wanted.first || passage.first_word > wanted.last) return false;
  if (wanted.last + 1 < end) passage.text.resize(words[wanted.last + 1 - passage.first_word].first);
  if (wanted.first > passage.first_word) {
    passage.text.erase(0, words[wanted.first - passage.first_word].first);
    passage.first_word = wanted.first;
  }
  return true;
}

}  // namespace

std::vector<Turn> turns_of(SourceReader const& reader, std::vector<Passage> const& passages) {
  std::vector<Turn> turns;
  for (auto const& passage : passages) {
    if (!turns.empty() && turns.back().utterance == passage.utterance) {
      turns.back().text += passage.text;
      continue;
    }
    Turn turn;
    turn.utterance = passage.utterance;
    turn.first_word = passage.first_word;
    turn.start = passage.start;
    turn.end = passage.end;
    turn.text = passage.text;
    reader.name_speaker(passage.label, turn);
    turns.push_back(std::move(turn));
  }
  return turns;
}

std::vector<Window> windows_around(SourceReader const& reader, StoredSource const& source, std::vector<Place> places) {
  std::vector<Window> windows;
  for (auto wanted : stretches(places, source.record.words)) {
    std::vector<Passage> passages;
    auto [first, last] = reader.chunks_of_words(source, wanted.first, wanted.last);
    reader.passages(first, last, passages);
    std::erase_if(passages, [&](Passage& passage) { return !trim(passage, wanted); });
    windows.push_back({turns_of(reader, passages)});
  }
  return windows;
}

}  // namespace quoth
