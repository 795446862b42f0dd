// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "match/align/difference.hpp"
#include "quoth/edit_class.hpp"

namespace quoth {

// How the quotation is set, as far as it tells what a reader takes it for.
struct PrintedForm {
  bool opens_sentence = false;  // its first word has a capital that the passage does not give it
  bool states = false;          // it ends with a full stop, or the comma that stands for one before a tag
};

PrintedForm printed_form(QuotedWords const& quotation, Passage const& passage, TokenRange used);

// What the words around a passage make of it.
struct ClauseFrame {
  EditClass kind = EditClass::denied;  // or doubted, conditioned, reported, negated, questioned, quoted
  std::string words;                   // the words of the passage that do it
  bool behind = false;                 // they stand behind it, not before
  bool is_all_else = false;            // nothing but them is missing of the sentence
};

// The frame in whose scope [used.first, used.last) of the passage stands, if what sets it is left out of the quotation.
std::optional<ClauseFrame> frame_of(Passage const& passage, TokenRange used, PrintedForm printed);

}  // namespace quoth
