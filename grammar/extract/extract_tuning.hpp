// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

// The tuned numbers of how quotations are put together. All were chosen by hand; `scripts/sweep` tries other values.

namespace quoth::grammar {

struct ExtractTuning {
  // Phrases from the start of a quotation to the start of the next, where a tag between the two makes them one.
  static constexpr std::uint32_t split_by_tag = 24;
  static constexpr int longest_term = 8;  // words between marks that nobody says; more are no term
  // In a language that is not read, fewer words that are no sentence are no speech either.
  static constexpr std::uint32_t least_plain = 4;
  static constexpr std::uint32_t verb_before = 3;   // phrases from "holds" in "the ruling holds that" to the quotation
  static constexpr int sentence_in_references = 8;  // words of one; fewer between marks are the title of a work there
  static constexpr int fewest_cited = 5;  // words between marks that a citation behind them shows to be a source's
  // Code points. A longer text is not one article but many. It is read in parts, so that memory stays bounded.
  static constexpr std::uint32_t longest_part = 1'048'576;
  // Code points before that length in which the end of a sentence is looked for, where a paragraph is longer.
  static constexpr std::uint32_t end_of_part_within = 4096;
};

}  // namespace quoth::grammar
