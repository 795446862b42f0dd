// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/quoted_words.hpp"
#include "match/check/reading.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// Whether two readings are of transcripts of one recording, at least one of them a machine's: of the same day, or both
// of no day, with mostly the same words before and behind the passage, and much the same sounds in it.
bool are_witnesses(Reading const& a, Reading const& b);

// Counts for each reading the others that are its witnesses.
void count_witnesses(std::vector<Reading>& readings);

// Notes the witness at the edits of words from a machine's transcript that it bears out: where it has the printed words
// and those beside them, one after the other. They cost nothing more, but where the meaning turns and the witness is a
// machine's too: that stays open. `quotation`: the words that the witness aligns, to whose segments the edits'
// quote_span refers.
void bear_out(std::vector<Edit>& edits, Reading const& witness, QuotedWords const& quotation, Policy const& policy);

}  // namespace quoth::match
