// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth::match {

class Passage;
class QuotedWords;

// An alignment of a quotation with a passage: the word of the passage that each word of the quotation is paired with.
struct Alignment {
  static constexpr std::int32_t unpaired = -1;
  static constexpr std::int32_t no_limit = 999'999'999;  // more than any alignment costs

  std::vector<std::int32_t> source_of;  // for each token of the quotation: a token of the passage, or `unpaired`
  std::int32_t cost = 0;                // in hundredths of a word
  std::size_t matched = 0;              // paired words that are the same
  std::size_t runs = 0;                 // contiguous runs of the passage that are used

  bool exact(std::size_t words) const { return cost == 0 && matched == words; }
};

// The costs of the alignment's moves, in hundredths of a word. Gaps have affine costs (open_gap + n * extend_gap).
struct AlignmentCosts {
  std::int32_t substitute = 80;
  std::int32_t contract = 3;  // pairs the same word, contracted on one side only
  std::int32_t insert = 90;
  std::int32_t insert_bracket = 5;
  std::int32_t replace_by_bracket = 10;
  std::int32_t point_by_bracket = 4;  // a bracketed word for a pronoun that it explains
  // Added for a replaced or inserted word at an end of the quotation, where no pair beyond it fixes its position.
  std::int32_t at_edge = 45;
  std::int32_t open_gap = 40;
  std::int32_t extend_gap = 40;
  // Per word of the passage: beside a bracketed word, which replaces words; for a filler or a repeated word.
  std::int32_t bracket_gap = 15;
  std::int32_t dispensable_gap = 12;
  // Skipping any number of words of the passage, by what the quotation shows at that point.
  std::int32_t jump = 300;
  std::int32_t jump_at_sentence = 220;
  std::int32_t jump_at_tag = 60;  // between two segments, where "he said" may stand
  std::int32_t jump_at_ellipsis = 20;
  std::int32_t jump_back = 100;  // added where the jump goes backwards
  // Skipping another speaker's short turn within a turn.
  std::int32_t interruption = 20;
  std::int32_t other_speaker = 2;  // for each paired word of another speaker
};

// For each turn of a passage: whether it belongs to another speaker than the claimed one. Empty where no speaker is
// claimed.
using ForeignTurns = std::vector<bool>;

// The cheapest alignment of the whole quotation with any part of the passage: approximate matching with free ends
// (Sellers 1980), affine gap costs (O. Gotoh, "An improved algorithm for matching biological sequences", J. Mol. Biol.
// 162, 1982) and jumps. Time and memory are bounded for any length: a pair too long for one matrix is cut at shared
// words that are in the same order on both sides.
Alignment align(QuotedWords const& quotation, Passage const& passage, ForeignTurns const& foreign);
// Unpairs unlike words at either end of the quotation, or of a stretch of it, that were paired only because they are
// next to each other. `align` has done it for the whole.
void release_edges(QuotedWords const& quotation, Passage const& passage, Alignment& alignment);
// The same, or nothing where the cost is more than `most_cost`. A low limit makes it faster.
std::optional<Alignment> align_within(std::int32_t most_cost, QuotedWords const& quotation, Passage const& passage,
                                      ForeignTurns const& foreign);

// The places where the passage contains the quotation without any edit: the index of the first word of each, rising.
// Stops after a bounded number of comparisons.
std::vector<std::size_t> exact_places(QuotedWords const& quotation, Passage const& passage);

}  // namespace quoth::match
