// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "grammar/transcripts/labels/label_style.hpp"

namespace quoth::transcripts {

// What a text shows of turns: counts of its labels, and of what there is besides.
struct TurnEvidence {
  std::size_t labels = 0;
  std::size_t names = 0;       // different labels
  std::size_t recurring = 0;   // labels that stand twice or more
  std::size_t people = 0;      // labels that name a person, by a title, a given name or a role, and "Q" and "A"
  std::size_t fields = 0;      // labels with a word that heads a field or a sentence, "License", "The"
  std::size_t questions = 0;   // "Q" and "A"
  std::size_t answers = 0;     // "A"
  std::size_t alone = 0;       // labels on a line of their own without a time
  std::size_t speech = 0;      // labels with a sentence behind them
  std::size_t inside = 0;      // labels in the midst of a sentence that goes on from the line before
  std::size_t paragraphs = 0;  // that are no headings
  std::size_t headings = 0;
  std::size_t words = 0;         // of all lines, without the labels
  std::size_t words_before = 0;  // before the first label
  std::size_t words_under = 0;   // under labels, as far as the next heading
  bool asks_often = false;       // "Frequently asked questions" stands before the first label

  // Whether these are turns of speakers; else the text is a document.
  bool tells_turns() const;

 private:
  bool people_speak() const;
  bool others_speak() const;
};

TurnEvidence turn_evidence(std::vector<LabelledLine> const& lines);

// Whether the words may be a label that names a person, by a title, a given name or a role.
bool may_name_speaker(std::string_view label);
// Whether the words head a field, a note or a part of a document, or name a part of a program.
bool heads_field(std::string_view label);

// Whether text without punctuation is speech that a machine heard, and not a list or a table.
bool is_running_text(std::vector<LabelledLine> const& lines);

}  // namespace quoth::transcripts
