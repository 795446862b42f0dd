// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/edits/word_edit.hpp"

namespace quoth::match {

// The class of a difference between words that are not English: number and negation, quantity, modality, opposites and
// scales by the lists of German, in other languages numbers and names; where none of these differs, how much of the
// word is the same. Either range may be empty.
Classification classify_foreign(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s);

// A German negation right beside a passage, which the quotation leaves out.
struct CutNegation {
  Classification found;
  TokenRange word;         // in the source
  bool is_behind = false;  // behind the passage, else before it
};

// The one before the passage, or the one behind it that ends the clause: "Wir brauchen die Brücke nicht."
std::optional<CutNegation> negation_beside(TokenSequence const& source, TokenRange passage);

}  // namespace quoth::match
