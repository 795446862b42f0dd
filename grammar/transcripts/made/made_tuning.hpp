// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

// The tuned numbers by which a transcript is told to be made by a machine. Where nothing else is said they were chosen
// by hand, so that none of 4,600 transcripts by people is taken for a machine's.

namespace quoth::transcripts {

// What the punctuation of a machine lacks. Chosen on transcripts of 22 calls by four recognisers, and on 4,600
// transcripts by people (campaigns, briefings, calls, interviews): the first rule finds all of one recogniser, whose
// texts have 0.58 of their words in long runs and more; those of people have 0.19 at most. The second finds 21 of
// another's, with 0.07 marks a word and 0.4 in runs; people set 0.084 at least, where the runs have 0.23. No text of
// people is taken for a machine's.
struct PunctuationTuning {
  static constexpr std::size_t fewest_words = 200;
  static constexpr std::size_t long_run = 60;  // words without a mark
  static constexpr double in_long_runs = 0.4;  // of all words
  // The finer rule needs more text.
  static constexpr std::size_t many_words = 2'000;
  static constexpr std::size_t run = 30;        // words without a mark
  static constexpr double in_runs = 0.25;       // of all words
  static constexpr double marks = 0.08;         // a word
  static constexpr double with_capitals = 0.8;  // of the words, in a script that has any
};

// How programs lay out what they recognise.
struct LayoutTuning {
  static constexpr std::size_t longest_head = 80;  // characters of the head of a turn
  static constexpr std::size_t fewest_heads = 3;   // or ranges of time
  // A turn may have some paragraphs, a range of time has one line: at least one line in this many.
  static constexpr std::size_t lines_of_head = 8;
  static constexpr std::size_t lines_of_range = 2;
};

// Live captions, all in capitals.
struct LiveTuning {
  static constexpr std::size_t fewest_letters = 500;    // capitals; about a hundred words
  static constexpr std::size_t fewest_changes = 2;      // of the speaker
  static constexpr std::size_t capitals_to_small = 19;  // at least so many capitals for each small letter
};

// Where a notice stands, and how its words may be parted.
struct NoticeTuning {
  static constexpr std::size_t at_head = 40;          // lines
  static constexpr std::size_t at_end = 12;           // lines
  static constexpr std::size_t longest_notice = 500;  // characters of a line in which a notice is looked for
  static constexpr std::size_t longest_gap = 4;       // words that "*" stands for
  static constexpr std::size_t longest_line = 12;     // words of a line that tells only as a whole
  static constexpr std::size_t latest_start = 2;      // words before a notice: "Note:"
  static constexpr std::size_t negation = 6;          // words between a negation and its verb
};

}  // namespace quoth::transcripts
