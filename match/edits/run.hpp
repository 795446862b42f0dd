// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/words/token_range.hpp"

namespace quoth::match {

class Passage;
struct Alignment;

// Words of the quotation that stand in one place of the passage.
struct Run {
  TokenRange printed;
  TokenRange spoken;
};

// The first run of the quotation, up to its first jump, or the last one, from its last jump on. Empty where nothing is
// paired.
Run run_at(Alignment const& alignment, bool at_end);

// The range of the passage's paired words that belong to another speaker than most of them do; empty if these are few.
TokenRange foreign_stretch(Passage const& passage, Alignment const& alignment);

// The alignment without the pairs of parts found elsewhere, which are random.
Alignment without(Alignment alignment, std::vector<TokenRange> const& elsewhere);

}  // namespace quoth::match
