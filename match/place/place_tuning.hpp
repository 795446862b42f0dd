// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

// The tuned numbers of the comparison of places. All were chosen by hand: a place that is wrong by more than these is
// `misplaced` (docs/edits/misplaced.md).

namespace quoth::match {

struct PlaceTuning {
  // In seconds: a time counts as right so much before or behind the passage.
  static constexpr double seconds_off = 10;
  // Words a second. Where a source says when turns begin, but not when they end, they are said so fast at least.
  static constexpr double slowest_speech = 1;
  // A line counts as right so many lines before or behind the passage.
  static constexpr std::uint32_t lines_off = 1;
  // Of a source in which so few paragraphs begin with a number, they are no numbers of paragraphs.
  static constexpr std::size_t least_numbered = 2;
  // A paragraph without a number belongs to the last one with a number, if that is at most so many before it.
  static constexpr std::uint32_t longest_unnumbered = 8;
  // The most bytes of a heading or a paragraph that are read to find its number.
  static constexpr std::size_t longest_number = 64;
};

}  // namespace quoth::match
