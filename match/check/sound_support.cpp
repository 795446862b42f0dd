// SPDX-License-Identifier: MIT
#include "match/check/sound_support.hpp"

#include "match/align/difference.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/check_tuning.hpp"
#include "match/sound/sound_similarity.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

double sound_support(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment) {
  auto const& printed = quotation.tokens();
  auto const& stored = passage.tokens();
  auto const stretch = stretch_around(alignment, stored.size(), ReadingTuning::words_heard_per_word);
  if (stretch.empty()) return 0;
  return sound_similarity_inside(printed.stretch(0, printed.size()), stored.stretch(stretch.first, stretch.last));
}

}  // namespace quoth::match
