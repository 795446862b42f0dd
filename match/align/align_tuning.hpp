// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

// The tuned numbers of the alignment. All were found by hand. `scripts/sweep` tries other values and prints what
// becomes of the verdicts on labelled articles. What bounds time and memory alone, such as the largest matrix, is
// beside the code.

namespace quoth::match {

// The costs of the alignment's moves, in hundredths of a word, from 0. Only their ratios decide which words are paired,
// but the surcharges of match/check are in the same unit. Gaps have affine costs (open_gap + n * extend_gap).
struct AlignmentCosts {
  // Below insert + open_gap + extend_gap, or no word would ever be replaced.
  static constexpr std::int32_t substitute = 80;
  static constexpr std::int32_t contract = 3;  // pairs the same word, contracted on one side only
  static constexpr std::int32_t insert = 90;
  static constexpr std::int32_t insert_bracket = 5;
  static constexpr std::int32_t replace_by_bracket = 10;
  static constexpr std::int32_t point_by_bracket = 4;  // a bracketed word for a pronoun that it explains
  // Added for a replaced or inserted word at an end of the quotation, where no pair beyond it fixes its position.
  static constexpr std::int32_t at_edge = 45;
  static constexpr std::int32_t open_gap = 40;
  static constexpr std::int32_t extend_gap = 40;
  // Per word of the passage: beside a bracketed word, which replaces words; for a filler or a repeated word.
  static constexpr std::int32_t bracket_gap = 15;
  static constexpr std::int32_t dispensable_gap = 12;
  // Skipping any number of words of the passage, by what the quotation shows at that point. A jump is taken where it is
  // cheaper than the gap: from 7 words on, at the end of a sentence from 5.
  static constexpr std::int32_t jump = 300;
  static constexpr std::int32_t jump_at_sentence = 220;
  static constexpr std::int32_t jump_at_tag = 60;  // between two segments, where "he said" may stand
  static constexpr std::int32_t jump_at_ellipsis = 20;
  static constexpr std::int32_t jump_back = 100;  // added where the jump goes backwards
  // Skipping another speaker's short turn within a turn.
  static constexpr std::int32_t interruption = 20;
  static constexpr std::int32_t other_speaker = 2;  // for each paired word of another speaker: breaks ties, no more
};

// Where and how far the alignment looks.
struct AlignmentTuning {
  // In hundredths of a word: most quotations differ in a word or two at most, so this slack above the lower bound of
  // the cost is tried first. A number of speed: no other alignment is found.
  static constexpr std::int32_t usual_slack = 200;

  // An anchor, at which a pair of texts too long for one matrix is cut, is a run of this many words that occurs once on
  // either side. From 1; of fewer words it may be there by chance, of more it is rare.
  static constexpr std::size_t anchor_words = 4;
  // In the passage, beyond the first and the last anchor: so many words for each word of the quotation, and so many
  // more, can belong to it.
  static constexpr std::size_t room_per_word = 2;
  static constexpr std::size_t more_room = 50;

  // From this number on, consecutive words at an end of the quotation that the passage lacks are taken as additions,
  // not as replacements. From 1.
  static constexpr std::size_t unrelated_words = 3;
  // In words: how far behind the last pair the last word of the quotation is looked for. From 0, not at all.
  static constexpr std::size_t last_word_reach = 4;
};

// What the differences of a quotation and a passage are read as. In words.
struct DifferenceTuning {
  // Skipping more words than this counts as a jump, not as an omission.
  static constexpr std::size_t longest_omission = 12;
  // The most words that are printed run together as one. From 2.
  static constexpr std::size_t most_run_together = 6;
};

// What may be passed over in a passage, and how much the words of a quotation count.
struct PassageTuning {
  // With more words than this between two turns of a speaker, the second is a new turn, not a resumed one.
  static constexpr std::size_t longest_interruption = 40;
  // The most words that are dispensable when they are said twice in a row. From 1.
  static constexpr std::size_t longest_repeat = 3;
  // The weight of a function word in scores, in [0, 1]; others have 1.
  static constexpr double function_word_weight = 0.5;
};

}  // namespace quoth::match
