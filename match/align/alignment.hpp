// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"

namespace quoth {

// Which word of the passage stands for each word of the quotation.
struct Alignment {
  static constexpr std::int32_t unpaired = -1;
  static constexpr std::int32_t no_limit = 999'999'999;  // more than any alignment costs

  std::vector<std::int32_t> source_of;  // for each word of the quotation: a token of the passage, or `unpaired`
  std::int32_t cost = 0;                // in hundredths of a word
  std::size_t matched = 0;              // words that are the same on both sides
  std::size_t runs = 0;                 // unbroken stretches of the passage used

  bool exact(std::size_t words) const { return cost == 0 && matched == words; }
};

// What moves the alignment costs, in hundredths of a word.
struct AlignmentCosts {
  std::int32_t substitute = 80;
  std::int32_t contract = 3;  // the same word, contracted on one side only
  std::int32_t insert = 90;
  std::int32_t insert_bracket = 5;
  std::int32_t replace_by_bracket = 10;
  std::int32_t point_by_bracket = 4;  // a bracket for a pronoun, which it says more clearly
  std::int32_t at_edge = 45;          // added for the first and the last word, where nothing holds the pair in place
  std::int32_t open_gap = 40;
  std::int32_t extend_gap = 40;
  std::int32_t bracket_gap = 15;
  std::int32_t dispensable_gap = 12;
  std::int32_t jump = 300;
  std::int32_t jump_at_sentence = 220;
  std::int32_t jump_at_tag = 60;
  std::int32_t jump_at_ellipsis = 20;
  std::int32_t jump_back = 100;  // added
  std::int32_t interruption = 20;
  std::int32_t other_speaker = 2;  // for each word
};

// Which turns of a passage the claimed speaker does not hold; empty where nobody is claimed.
using ForeignTurns = std::vector<bool>;

// The cheapest alignment of the whole quotation to any part of the passage. Time and memory are bounded whatever the
// lengths: long pairs are cut at words they share in order.
Alignment align(QuotedWords const& quotation, Passage const& passage, ForeignTurns const& foreign);
// The same, or nothing where it costs more than `most_cost`; which is seen long before it is worked out.
std::optional<Alignment> align_within(std::int32_t most_cost, QuotedWords const& quotation, Passage const& passage,
                                      ForeignTurns const& foreign);

// The places where the quotation's words stand in a row in the passage, without any edit: the first word of each.
std::vector<std::size_t> exact_places(QuotedWords const& quotation, Passage const& passage);

}  // namespace quoth
