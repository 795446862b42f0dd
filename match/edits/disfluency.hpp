// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "match/edits/word_edit.hpp"
#include "match/words/token.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// A part of the words left out, and its class.
struct Omission {
  Classification found;
  TokenRange source;
};

// Speech repairs (E. Shriberg, "Preliminaries to a theory of speech disfluencies", 1994): words that the speaker takes
// back (the reparandum), a filler perhaps (the interregnum), and the words said in their place (the repair).

// The words left out as fillers, words said twice, words broken off and starts given up, one by one; nothing where some
// of them are none of these. The words behind the range are the repair.
std::optional<std::vector<Omission>> as_disfluencies(TokenSequence const& source, TokenRange left_out);

// The words of the range between the disfluencies at its ends: of "you know, license", the last. Never empty where the
// range is not.
TokenRange between_disfluencies(TokenSequence const& source, TokenRange range);

// The class of the whole range as words said twice, broken off or given up; nothing if they are not.
std::optional<Classification> as_stammer(TokenSequence const& source, TokenRange left_out);

// "to, uh, to": whether the words between the fillers are repeated directly after, or repeat those directly before. Of
// "and if she – if she wins" the conjunction need not be repeated.
bool repeats_around_fillers(TokenSequence const& source, TokenRange left_out);

// How many of the words left out are repeated directly after, or repeat those directly before.
std::size_t repeated_words(TokenSequence const& source, TokenRange left_out);

}  // namespace quoth::match
