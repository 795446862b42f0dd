// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "match/align/difference.hpp"
#include "quoth/edit_class.hpp"

namespace quoth::match {

// How the quotation, or a part of it, is printed, as far as it shows what a reader takes it for.
struct PrintedForm {
  bool opens_sentence = false;   // its first word is capitalised, but not so in the passage
  bool states = false;           // it ends with a full stop, or with the comma that replaces one before a tag
  bool seems_whole = false;      // it ends so, or with an ellipsis, or its first word is capitalised
  bool asks = false;             // it ends with a question mark
  bool goes_on_denying = false;  // it has a "nor"
  bool is_first = true;          // nothing of the quotation precedes it
  bool is_last = true;           // nothing of the quotation follows it
};

// `printed`: the tokens of the quotation that are the tokens `used` of the passage.
PrintedForm printed_form(QuotedWords const& quotation, TokenRange printed, Passage const& passage, TokenRange used);

// The embedding of a passage in its sentence: words around it that change what it asserts, such as a denial, a
// condition or a report ("I don't think that ...", "if ...", "they say ..."). Linguists speak of embedded clauses and
// their veridicality.
struct Embedding {
  EditClass kind = EditClass::denied;  // or doubted, conditioned, limited, reported, negated, questioned, quoted
  std::string words;                   // the words that embed it
  bool behind = false;                 // they follow the passage rather than precede it
  bool is_all_else = false;            // they are all that the quotation leaves out of the sentence
};

// The embedding of the tokens [used.first, used.last) of the passage, if the quotation leaves out the words that cause
// it.
std::optional<Embedding> embedding_of(Passage const& passage, TokenRange used, PrintedForm printed);

}  // namespace quoth::match
