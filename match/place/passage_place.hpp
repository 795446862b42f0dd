// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "match/place/source_outline.hpp"
#include "quoth/candidate.hpp"
#include "quoth/finding.hpp"

namespace quoth::match {

class Passage;
struct TokenRange;

// A word of a source: its turn, and the byte of the turn's text where it begins.
struct WordPlace {
  Turn const* turn = nullptr;
  std::uint32_t byte = 0;
};

// A stretch of a source by its first and its last word.
struct SourceStretch {
  WordPlace first;
  WordPlace last;
};
SourceStretch stretch_of(Passage const& passage, TokenRange used);

// Where it is printed.
PrintedRange printed_range(SourceStretch const& stretch);

// A span of a recording, in seconds.
struct TimeSpan {
  double first = 0;
  double last = 0;
};
// When it is said: by the times of its words, else by those of its turns and how fast people speak; nothing where the
// source has neither.
std::optional<TimeSpan> time_span(SourceStretch const& stretch, SourceOutline const& outline);

// Where the words of `text` stand one after the other in the turns of a source, all places in order.
std::vector<SourceStretch> occurrences(std::string_view text, std::vector<Turn> const& turns);

}  // namespace quoth::match
