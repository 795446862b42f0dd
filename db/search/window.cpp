// SPDX-License-Identifier: MIT
#include "db/search/window.hpp"

#include <algorithm>
#include <span>

#include "db/search/chunk_texts.hpp"
#include "db/search/loaded_text.hpp"
#include "db/search/search_tuning.hpp"
#include "db/sources/turns.hpp"
#include "text/words/words.hpp"

namespace quoth::db {

namespace {

using Tuned = SelectionTuning;

// The words [first, last] of a source. The matched region itself is in the chunks [first_chunk, last_chunk].
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::int64_t first_chunk = 0;
  std::int64_t last_chunk = 0;
};

std::vector<WordRange> word_ranges(LoadedText const& text, std::vector<Region> const& regions) {
  std::vector<WordRange> wanted;
  for (auto const& region : regions) {
    auto first = text.words()[region.first].number;
    wanted.push_back({first > Tuned::window_context ? first - Tuned::window_context : 0,
                      text.words()[region.last].number + Tuned::window_context, text.passage_of(region.first).chunk,
                      text.passage_of(region.last).chunk});
  }
  std::ranges::sort(wanted, {}, &WordRange::first);
  std::vector<WordRange> joined;
  for (auto const& range : wanted) {
    if (!joined.empty() && range.first <= joined.back().last + 1) {
      joined.back().last = std::max(joined.back().last, range.last);
      joined.back().last_chunk = std::max(joined.back().last_chunk, range.last_chunk);
    } else {
      joined.push_back(range);
    }
  }
  return joined;
}

// Cuts the passage to the words [wanted.first, wanted.last].
void trim(LoadedText const& text, PassageRow& passage, WordRange wanted) {
  auto const byte_of = [&](std::uint32_t number) -> std::size_t {
    if (auto known = text.byte_of(passage, number)) return *known;
    return text::begin_of_word(passage.text, number - passage.first_word).value_or(passage.text.size());
  };
  // The word counts of a damaged store may be wrong.
  auto const size = passage.text.size();
  auto const begin = wanted.first > passage.first_word ? std::min(byte_of(wanted.first), size) : 0;
  auto const end = std::clamp(byte_of(wanted.last + 1), begin, size);
  passage.text = passage.text.substr(begin, end - begin);
  passage.first_word = std::max(passage.first_word, wanted.first);
}

// The rows with the wanted words, cut to them. Reads as many chunks before as needed, and up to two after.
std::vector<PassageRow> rows_of(ChunkTexts& texts, Extent const& extent, LoadedText const& text, WordRange wanted) {
  std::vector<PassageRow> rows;
  auto const append = [&](std::int64_t chunk) {
    auto const& more = texts.passages_of(chunk);
    rows.insert(rows.end(), more.begin(), more.end());
  };
  for (auto chunk = wanted.first_chunk; chunk <= wanted.last_chunk; ++chunk) append(chunk);
  while (!rows.empty() && rows.front().first_word > wanted.first && wanted.first_chunk > extent.first_chunk) {
    auto const& before = texts.passages_of(--wanted.first_chunk);
    rows.insert(rows.begin(), before.begin(), before.end());
  }
  if (text.last_of_chunk(wanted.last_chunk) < wanted.last) {
    auto const enough = std::min(wanted.last_chunk + 3, extent.last_chunk);
    for (auto chunk = wanted.last_chunk + 1; chunk < enough; ++chunk) append(chunk);
  }
  while (rows.size() > 1 && rows[1].first_word <= wanted.first) rows.erase(rows.begin());
  while (!rows.empty() && rows.back().first_word > wanted.last) rows.pop_back();
  if (!rows.empty()) trim(text, rows.front(), wanted);
  if (rows.size() > 1) trim(text, rows.back(), wanted);
  return rows;
}

}  // namespace

std::vector<Window> windows_around(SourceReader const& reader, ChunkTexts& texts, Extent const& extent,
                                   LoadedText const& text, std::vector<Region> const& regions) {
  std::vector<Window> windows;
  for (auto wanted : word_ranges(text, regions)) {
    auto const rows = rows_of(texts, extent, text, wanted);
    auto const passages_of = [&](std::int64_t chunk) -> std::span<PassageRow const> {
      return texts.passages_of(chunk);
    };
    windows.push_back({turns_of(reader, {extent.source, rows, wanted.last, passages_of})});
  }
  return windows;
}

}  // namespace quoth::db
