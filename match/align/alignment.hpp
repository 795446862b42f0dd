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
