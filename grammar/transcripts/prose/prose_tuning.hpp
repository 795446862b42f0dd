// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

// The numbers by which the parts of a document in plain text are told apart. Chosen by hand on reports, licences,
// manuals and a novel.

namespace quoth::transcripts {

struct ParagraphTuning {
  // A block of so many lines has paragraphs that only their indentation shows, where a share of the lines, in
  // hundredths, is indented further than the others.
  static constexpr std::size_t fewest_lines = 12;
  static constexpr std::size_t fewest_indented = 3;
  static constexpr std::size_t most_indented = 40;
};

struct HeadingTuning {
  static constexpr std::size_t most_lines = 3;
  static constexpr std::size_t longest = 90;          // characters of a heading
  static constexpr std::size_t most_words = 12;       // of a heading with a number or in capitals
  static constexpr std::size_t most_title_words = 8;  // of one that only its capitals at words tell
  static constexpr std::size_t shortest_prose = 45;   // characters of a line below a heading, where nothing parts them
  static constexpr std::size_t short_word = 4;        // letters; shorter ones may be small in a title
};

struct TitlePageTuning {
  static constexpr std::uint32_t long_paragraph = 40;  // words; with such a paragraph the text begins
  static constexpr std::size_t most_paragraphs = 15;
  static constexpr std::size_t longest_title = 25;       // words
  static constexpr std::size_t longest_name = 8;         // words of an author or a body
  static constexpr std::uint32_t longest_date_line = 6;  // words of a line that is a date
  static constexpr std::size_t last_paragraphs = 4;      // in which a letter is signed
  static constexpr std::size_t longest_field_name = 24;  // characters
};

}  // namespace quoth::transcripts
