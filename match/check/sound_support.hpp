// SPDX-License-Identifier: MIT
#pragma once

#include "match/align/alignment.hpp"

namespace quoth::match {

class Passage;
class QuotedWords;

// How much the passage sounds like the quotation, in [0, 1]: where a recogniser misheard most of the words, their
// sounds still tell where they stand. See sound_similarity.
double sound_support(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment);

}  // namespace quoth::match
