// SPDX-License-Identifier: MIT
#include "match/check/sound_support.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/check_tuning.hpp"
#include "match/sound/sound_similarity.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

namespace {

// The words of the passage that the quotation's may stand for: from the first pair to the last, and beyond some for
// each that the quotation has there.
TokenRange stretch_for(Alignment const& alignment, std::size_t passage_words) {
  constexpr auto beyond = ReadingTuning::words_heard_per_word;
  auto const& pairs = alignment.source_of;
  auto const is_paired = [](std::int32_t source) { return source != Alignment::unpaired; };
  auto const first = std::ranges::find_if(pairs, is_paired);
  if (first == pairs.end()) return {};
  auto const last = std::find_if(pairs.rbegin(), pairs.rend(), is_paired);
  auto const before = static_cast<std::size_t>(first - pairs.begin());
  auto const after = static_cast<std::size_t>(last - pairs.rbegin());
  auto const begin = static_cast<std::size_t>(std::min(*first, *last));
  auto const end = static_cast<std::size_t>(std::max(*first, *last)) + 1;
  return {begin - std::min(begin, beyond * before), std::min(end + beyond * after, passage_words)};
}

}  // namespace

double sound_support(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment) {
  auto const& printed = quotation.tokens();
  auto const& stored = passage.tokens();
  auto const stretch = stretch_for(alignment, stored.size());
  if (stretch.empty()) return 0;
  return sound_similarity_inside(printed.stretch(0, printed.size()), stored.stretch(stretch.first, stretch.last));
}

}  // namespace quoth::match
